import { sendOpenLoop } from '../load/open-loop.js';
import type { SignedEvent } from '../load/signed-events.js';
import { figure, type Figure } from '../report/figure.js';
import { median, percentile } from '../report/statistics.js';
import type { ServerProcess } from '../stage/server-process.js';
import type { Stage } from '../stage/stage.js';
import { withWorker } from './processes.js';
import { severalRounds, type Row } from './row.js';

const ratePerSecond = 350;

interface Round {
  p50: number;
  p99: number;
}

/** From the acknowledgement of an event to the commit of its effects. */
export const lag: Row = {
  key: 'lag',
  title: `acknowledged to PROCESSED at ${ratePerSecond} events/s`,
  perBackend: true,
  run: (stage: Stage): Promise<Figure[]> =>
    withWorker(stage, async (api) =>
      figures(stage, await severalRounds(stage, (seconds) => playRound(stage, api, seconds))),
    ),
};

async function playRound(stage: Stage, api: ServerProcess, seconds: number): Promise<Round> {
  await stage.reset();
  const events = stage.signer.smallEvents(ratePerSecond * seconds);
  const acknowledgedAt = await send(api, events);
  await stage.untilProcessed();
  const processedAt = await commitTimes(stage);
  const lags = events.map(({ digest }, index) => (processedAt.get(digest) ?? Infinity) - (acknowledgedAt[index] ?? 0));
  return { p50: percentile(lags, 0.5), p99: percentile(lags, 0.99) };
}

/** @returns when each was acknowledged, by the clock that the database reads too. */
async function send(api: ServerProcess, events: readonly SignedEvent[]): Promise<readonly number[]> {
  const clock = Date.now() - performance.now();
  const acknowledgedAt: number[] = [];
  await sendOpenLoop({
    port: await api.port(),
    ratePerSecond,
    requests: events.map(({ request }) => request),
    onAnswer: (index) => {
      acknowledgedAt[index] = clock + performance.now();
    },
  });
  return acknowledgedAt;
}

/** When the effects of each event were committed: the transaction that wrote its row last is the one that processed it. */
async function commitTimes({ cluster }: Stage): Promise<ReadonlyMap<string, number>> {
  const { rows } = await cluster.admin.query<{ digest: string; at: number }>(
    `SELECT encode(dedup_key, 'hex') AS digest, extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 * 1000 AS at
     FROM webhook_events WHERE status = 'PROCESSED'`,
  );
  return new Map(rows.map(({ digest, at }) => [digest, at]));
}

function figures({ backend }: Stage, rounds: readonly Round[]): Figure[] {
  const limits = [
    ['p50', 40],
    ['p99', 200],
  ] as const;
  return limits.map(([key, atMost]) =>
    figure(lag.key, backend, {
      what: `acknowledged to PROCESSED, ${ratePerSecond}/s, ${key}`,
      unit: 'ms',
      measured: median(rounds.map((round) => round[key])),
      target: { of: 'measured', atMost },
      detail: { rounds },
    }),
  );
}
