import { sendOpenLoop } from '../load/open-loop.js';
import { refusals } from '../load/load-result.js';
import { figure, type Figure } from '../report/figure.js';
import { median, percentile } from '../report/statistics.js';
import type { ServerProcess } from '../stage/server-process.js';
import type { Stage } from '../stage/stage.js';
import { besideBareIntake } from './processes.js';
import { inTurns, type Row } from './row.js';

const ratePerSecond = 1_000;

interface Round {
  p50: number;
  p99: number;
  refused: number;
}

/** The same events at a rate at which they may really arrive, whether the server keeps up or not. */
export const steadyIntake: Row = {
  key: 'steady',
  title: `intake at ${ratePerSecond} events/s, open loop`,
  perBackend: true,
  run: (stage: Stage): Promise<Figure[]> =>
    besideBareIntake(stage, async (api, bare) => figures(stage, await measure(stage, api, bare))),
};

async function measure(stage: Stage, api: ServerProcess, bare: ServerProcess) {
  const seconds = stage.quick ? 2 : 8;
  const play = async (server: ServerProcess): Promise<Round> => {
    await stage.reset();
    const requests = stage.signer.smallEvents(ratePerSecond * seconds).map(({ request }) => request);
    const result = await sendOpenLoop({ port: await server.port(), ratePerSecond, requests });
    const { latencies } = result;
    if (!stage.parts.options.withoutWorker) await stage.untilProcessed();
    return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), refused: refusals(result.refused) };
  };
  await play(api);
  await play(bare);
  return inTurns(
    stage.quick ? 2 : 5,
    () => play(api),
    () => play(bare),
  );
}

function figures({ backend }: Stage, rounds: readonly { product: Round; reference: Round }[]): Figure[] {
  const measured = median(rounds.map(({ product }) => product.p99));
  const reference = median(rounds.map((round) => round.reference.p99));
  const ratio = median(rounds.map((round) => round.product.p99 / round.reference.p99));
  const refused = rounds.reduce((sum, { product }) => sum + product.refused, 0);
  const what = `intake at ${ratePerSecond}/s`;
  const shared = { unit: 'ms', measured, reference, ratio };
  return [
    figure(steadyIntake.key, backend, {
      what: `${what}, p99`,
      ...shared,
      target: { of: 'ratio', atMost: 3 },
      detail: { rounds },
    }),
    figure(steadyIntake.key, backend, { what: `${what}, p99`, ...shared, target: { of: 'measured', atMost: 20 } }),
    figure(steadyIntake.key, backend, {
      what: `${what}, refused`,
      unit: 'events',
      measured: refused,
      target: { of: 'measured', atMost: 0 },
    }),
  ];
}
