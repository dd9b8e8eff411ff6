import { sendOpenLoop } from '../load/open-loop.js';
import { refusals } from '../load/load-result.js';
import { figure, type Figure } from '../report/figure.js';
import { median, percentile } from '../report/statistics.js';
import type { ServerProcess } from '../stage/server-process.js';
import type { Stage } from '../stage/stage.js';
import { withWorker } from './processes.js';
import { severalRounds, type Row } from './row.js';

const rates = { toolCalls: 50, webhooks: 2_000 };

interface Round {
  p50: number;
  p99: number;
  /** Of the webhooks beside them. */
  floodP99: number;
  /** Refused, or answered with an apology. */
  failed: number;
  /** Acknowledged but not in the ledger. */
  notInLedger: number;
}

/** What a caller waits for besides the tool itself, while other calls keep the server busy. */
export const toolCalls: Row = {
  key: 'tool',
  title: `tool calls at ${rates.toolCalls}/s beside ${rates.webhooks} webhooks/s`,
  perBackend: true,
  run: (stage: Stage): Promise<Figure[]> =>
    withWorker(
      stage,
      async (api) => figures(stage, await severalRounds(stage, (seconds) => playRound(stage, api, seconds))),
      'bench/server-with-noop-tool.js',
    ),
};

async function playRound(stage: Stage, api: ServerProcess, seconds: number): Promise<Round> {
  await stage.reset();
  const port = await api.port();
  const asked = stage.signer.toolCalls(rates.toolCalls * seconds).map(({ request }) => request);
  const flood = stage.signer.smallEvents(rates.webhooks * seconds).map(({ request }) => request);
  let apologies = 0;
  const onAnswer = (_: number, status: number, body: string) => {
    if (status === 200 && !body.includes('"result":"Fait."')) apologies += 1;
  };
  const [tools, webhooks] = await Promise.all([
    sendOpenLoop({ port, ratePerSecond: rates.toolCalls, requests: asked, onAnswer }),
    sendOpenLoop({ port, ratePerSecond: rates.webhooks, requests: flood }),
  ]);
  const { rows } = await stage.cluster.admin.query<{ done: number }>(
    `SELECT count(*)::int AS done FROM tool_invocations WHERE state = 'done'`,
  );
  return {
    p50: percentile(tools.latencies, 0.5),
    p99: percentile(tools.latencies, 0.99),
    floodP99: percentile(webhooks.latencies, 0.99),
    failed: refusals(tools.refused) + refusals(webhooks.refused) + apologies,
    notInLedger: asked.length - (rows[0]?.done ?? 0),
  };
}

function figures({ backend }: Stage, rounds: readonly Round[]): Figure[] {
  const what = `tool call at ${rates.toolCalls}/s beside ${rates.webhooks} webhooks/s`;
  const lost = rounds.reduce((sum, { failed, notInLedger }) => sum + failed + Math.abs(notInLedger), 0);
  return [
    figure(toolCalls.key, backend, {
      what: `${what}, p99`,
      unit: 'ms',
      measured: median(rounds.map(({ p99 }) => p99)),
      target: { of: 'measured', atMost: 10 },
      detail: { rounds },
    }),
    figure(toolCalls.key, backend, {
      what: `${what}, failed or not in the ledger`,
      unit: 'calls',
      measured: lost,
      target: { of: 'measured', atMost: 0 },
    }),
  ];
}
