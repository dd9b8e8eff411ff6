import { sendClosedLoop } from '../load/closed-loop.js';
import { rateOf, refusals } from '../load/load-result.js';
import { figure, type Figure } from '../report/figure.js';
import { median, percentile } from '../report/statistics.js';
import type { ServerProcess } from '../stage/server-process.js';
import type { Stage } from '../stage/stage.js';
import { besideBareIntake } from './processes.js';
import { inTurns, type Row } from './row.js';

const connections = 128;

interface Round {
  rate: number;
  /** Microseconds of processor time of the server process for each event. */
  cpuPerEvent: number;
  /** The same of all of PostgreSQL. */
  databaseCpuPerEvent: number;
  p99: number;
  refused: number;
}

/** Signed 2 KB events, committed before the 200. */
export const intake: Row = {
  key: 'intake',
  title: `intake of signed 2 KB events over ${connections} connections`,
  perBackend: true,
  run: (stage: Stage): Promise<Figure[]> =>
    besideBareIntake(stage, async (api, bare) => figures(stage, await measure(stage, api, bare))),
};

async function measure(stage: Stage, api: ServerProcess, bare: ServerProcess) {
  const count = stage.quick ? 4_000 : 20_000;
  const rounds = stage.quick ? 2 : 7;
  let requests = requestsOf(stage, count);
  const load = async (server: ServerProcess) => {
    await stage.reset();
    return playRound(stage, server, requests);
  };
  // The first round of each is to warm up.
  await load(api);
  await load(bare);
  return inTurns(
    rounds,
    () => {
      requests = requestsOf(stage, count);
      return load(api);
    },
    () => load(bare),
  );
}

function requestsOf(stage: Stage, count: number): Buffer[] {
  return stage.signer.smallEvents(count).map(({ request }) => request);
}

async function playRound(stage: Stage, server: ServerProcess, requests: readonly Buffer[]): Promise<Round> {
  const used = () => ({ server: server.cpuSeconds ?? NaN, database: stage.cluster.cpuSeconds() ?? NaN });
  const port = await server.port();
  const before = used();
  const result = await sendClosedLoop({ port, connections, requests });
  const after = used();
  const perEvent = (seconds: number) => (seconds * 1e6) / result.sent;
  return {
    rate: rateOf(result),
    cpuPerEvent: perEvent(after.server - before.server),
    databaseCpuPerEvent: perEvent(after.database - before.database),
    p99: percentile(result.latencies, 0.99),
    refused: refusals(result.refused),
  };
}

function figures({ backend }: Stage, rounds: readonly { product: Round; reference: Round }[]): Figure[] {
  const of = (key: keyof Round) => ({
    measured: median(rounds.map(({ product }) => product[key])),
    reference: median(rounds.map(({ reference }) => reference[key])),
    ratio: median(rounds.map(({ product, reference }) => product[key] / reference[key])),
  });
  const refused = rounds.reduce((sum, { product }) => sum + product.refused, 0);
  const detail = { rounds, refused };
  const knowsCpu = Number.isFinite(of('cpuPerEvent').ratio);
  return [
    figure(intake.key, backend, {
      what: `intake, ${connections} connections`,
      unit: 'events/s',
      ...of('rate'),
      target: { of: 'ratio', atLeast: 0.4 },
      detail,
    }),
    figure(intake.key, backend, {
      what: 'intake, processor time of the server',
      unit: 'us/event',
      ...(knowsCpu && of('cpuPerEvent')),
      target: { of: 'ratio', atMost: 1.5 },
    }),
  ];
}
