import { setTimeout as pause } from 'node:timers/promises';
import { sendClosedLoop } from '../load/closed-loop.js';
import { interleave, scriptCalls } from '../load/calls.js';
import { fullLine } from '../load/line.js';
import { refusals } from '../load/load-result.js';
import { wholeCalls } from '../load/scenarios.js';
import { figure, type Figure } from '../report/figure.js';
import { median } from '../report/statistics.js';
import { NoopJobs } from '../references/noop-jobs.js';
import type { ServerProcess } from '../stage/server-process.js';
import type { Stage } from '../stage/stage.js';
import { countWrongCalls } from './call-truth.js';
import { inTurns, type Row } from './row.js';

/** By backend: BullMQ itself is that much slower on PostgreSQL, and a claim carries up to 200 events. */
const targets = { redis: 0.8, postgres: 5 };
const connections = 64;
/** For what the worker still has in hand before it is frozen. */
const idleMs = 500;

interface Round {
  rate: number;
  wrong: number;
  /** Microseconds of processor time for each event. */
  workerCpuPerEvent: number;
  databaseCpuPerEvent: number;
}

/** What a worker gets done when it has fallen behind: whole calls, to their rows, transcripts, costs. */
export const backlog: Row = {
  key: 'backlog',
  title: 'stored events to PROCESSED with their call rows right',
  perBackend: true,
  async run(stage: Stage): Promise<Figure[]> {
    const api = await stage.startApi();
    const worker = await stage.startWorker('measured');
    const jobs = await NoopJobs.start(stage);
    try {
      await stage.openWorkspace(api);
      const count = stage.quick ? 4_000 : 20_000;
      const play = () => processBacklog(stage, { api, worker, count });
      await play();
      await jobs.process(count / 10);
      const rounds = await inTurns(stage.quick ? 1 : 3, play, () => jobs.process(count));
      return [judge(stage, count, rounds)];
    } finally {
      await Promise.all([api.stop(), worker.stop(), jobs.stop()]);
    }
  },
};

interface Backlog {
  api: ServerProcess;
  worker: ServerProcess;
  count: number;
}

/** The worker stands still while the events are stored, and is warm when it starts. */
async function processBacklog(stage: Stage, { api, worker, count }: Backlog): Promise<Round> {
  await stage.reset();
  const calls = scriptCalls(wholeCalls, fullLine, count);
  const events = interleave(calls.map((call) => call.events));
  const requests = events.map((event) => stage.signer.sign(event).request);
  await pause(idleMs);
  worker.freeze();
  const { refused } = await sendClosedLoop({ port: await api.port(), connections, requests });
  if (refusals(refused) > 0) throw new Error(`Events were refused: ${JSON.stringify(refused)}.`);
  const used = () => ({ worker: worker.cpuSeconds ?? NaN, database: stage.cluster.cpuSeconds() ?? NaN });
  const before = used();
  const startedAt = Date.now();
  worker.resume();
  await stage.untilProcessed();
  const after = used();
  const seconds = ((await lastCommit(stage)) - startedAt) / 1_000;
  return {
    rate: events.length / seconds,
    wrong: await countWrongCalls(stage.cluster.admin, calls),
    workerCpuPerEvent: ((after.worker - before.worker) * 1e6) / events.length,
    databaseCpuPerEvent: ((after.database - before.database) * 1e6) / events.length,
  };
}

async function lastCommit({ cluster }: Stage): Promise<number> {
  const { rows } = await cluster.admin.query<{ at: number }>(
    `SELECT extract(epoch FROM max(pg_xact_commit_timestamp(xmin)))::float8 * 1000 AS at
     FROM webhook_events WHERE status = 'PROCESSED'`,
  );
  return rows[0]?.at ?? NaN;
}

function judge({ backend }: Stage, count: number, rounds: readonly { product: Round; reference: number }[]): Figure {
  const wrong = rounds.reduce((sum, { product }) => sum + product.wrong, 0);
  const result = figure(backlog.key, backend, {
    what: `${count} stored events to PROCESSED, calls right`,
    unit: 'events/s',
    measured: median(rounds.map(({ product }) => product.rate)),
    reference: median(rounds.map(({ reference }) => reference)),
    ratio: median(rounds.map(({ product, reference }) => product.rate / reference)),
    target: { of: 'ratio', atLeast: targets[backend] },
    detail: { rounds, wrongCalls: wrong },
  });
  // Fast and wrong is not met.
  return wrong > 0 ? { ...result, met: false } : result;
}
