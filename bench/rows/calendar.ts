import { sendOpenLoop } from '../load/open-loop.js';
import { refusals } from '../load/load-result.js';
import { figure, type Figure } from '../report/figure.js';
import { median, percentile } from '../report/statistics.js';
import { ServerProcess } from '../stage/server-process.js';
import type { Stage } from '../stage/stage.js';
import { severalRounds, type Row } from './row.js';

const ratePerSecond = 50;
const halfHourMs = 30 * 60_000;

interface Tool {
  name: string;
  /** What a caller may wait for at the median, in milliseconds. */
  atMost: number;
  /** The answer to each request, so that an apology does not count. */
  says: string;
  args(start: string): Readonly<Record<string, unknown>>;
}

const tools: readonly Tool[] = [
  {
    name: 'availability_read',
    atMost: 4,
    says: 'c’est libre',
    args: (date) => ({ eventTypeId: 1, date }),
  },
  {
    name: 'appointment_create',
    atMost: 8,
    says: 'C’est réservé',
    args: (start) => ({ eventTypeId: 1, start, attendeeName: 'Dupont' }),
  },
];
const p99AtMost = 25;

interface Round {
  p50: number;
  p99: number;
  /** Refused, or answered with something else. */
  failed: number;
}

/** What a caller waits for while the assistant looks and books, at a Cal.com that answers at once. */
export const calendar: Row = {
  key: 'calendar',
  title: `calendar tools at ${ratePerSecond}/s, Cal.com answering at once`,
  perBackend: false,
  async run(stage: Stage): Promise<Figure[]> {
    const calcom = await startCalCom(stage);
    const env = { CAL_API_KEY: 'cal_bench', CAL_BASE_URL: await calcom.url(), CAL_REQUESTS_PER_MINUTE: '99999' };
    const api = await stage.startApi('src/main.js', env);
    try {
      const { id } = await stage.openWorkspace(api);
      await offer(stage, id);
      const figures: Figure[] = [];
      for (const tool of tools) {
        figures.push(...toFigures(tool, await severalRounds(stage, (seconds) => play(stage, api, { tool, seconds }))));
      }
      return figures;
    } finally {
      await api.stop();
      await calcom.stop();
    }
  },
};

/** A vendor has a machine of its own: not the processor that is measured. */
function startCalCom(stage: Stage): Promise<ServerProcess> {
  const options = stage.process('bare-calcom', 'bench/bare-calcom.js', {});
  return ServerProcess.start({ ...options, nodeFlags: [], processors: stage.parts.processors?.load });
}

/** The assistant of the bench offers the one kind that there is. */
async function offer({ cluster }: Stage, workspaceId: string): Promise<void> {
  await cluster.admin.query(
    `INSERT INTO assistant_event_types (workspace_id, assistant_id, event_type_id, position)
     SELECT workspace_id, id, 1, 1 FROM voice_assistants WHERE workspace_id = $1 ON CONFLICT DO NOTHING`,
    [workspaceId],
  );
}

/** Every caller has a time of their own, none of them asked for before. */
let nextSlot = Math.ceil(Date.now() / halfHourMs) * halfHourMs + 48 * halfHourMs;

async function play(
  stage: Stage,
  api: ServerProcess,
  { tool, seconds }: { tool: Tool; seconds: number },
): Promise<Round> {
  const starts = Array.from({ length: ratePerSecond * seconds }, () =>
    new Date((nextSlot += halfHourMs)).toISOString(),
  );
  const asked = stage.signer.toolCallsWith(tool.name, starts.map(tool.args)).map(({ request }) => request);
  let otherwise = 0;
  const onAnswer = (_: number, status: number, body: string) => {
    if (status === 200 && !body.includes(tool.says)) otherwise += 1;
  };
  const { latencies, refused } = await sendOpenLoop({
    port: await api.port(),
    ratePerSecond,
    requests: asked,
    onAnswer,
  });
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), failed: refusals(refused) + otherwise };
}

function toFigures({ name, atMost }: Tool, rounds: readonly Round[]): Figure[] {
  const what = `${name} at ${ratePerSecond}/s`;
  const measured = (of: (round: Round) => number) => median(rounds.map(of));
  return [
    figure(calendar.key, null, {
      what: `${what}, median`,
      unit: 'ms',
      measured: measured(({ p50 }) => p50),
      target: { of: 'measured', atMost },
      detail: { rounds },
    }),
    figure(calendar.key, null, {
      what: `${what}, p99`,
      unit: 'ms',
      measured: measured(({ p99 }) => p99),
      target: { of: 'measured', atMost: p99AtMost },
    }),
    figure(calendar.key, null, {
      what: `${what}, not answered so`,
      unit: 'calls',
      measured: rounds.reduce((sum, { failed }) => sum + failed, 0),
      target: { of: 'measured', atMost: 0 },
    }),
  ];
}
