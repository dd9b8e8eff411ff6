import { setTimeout as pause } from 'node:timers/promises';
import { freePorts } from '../../test/support/free-ports.js';
import { ask } from '../load/ask.js';
import { sendClosedLoop } from '../load/closed-loop.js';
import { figure, type Figure } from '../report/figure.js';
import { median } from '../report/statistics.js';
import { ServerProcess, type ServerProcessOptions } from '../stage/server-process.js';
import type { Stage } from '../stage/stage.js';
import type { Row } from './row.js';

const megabyte = 1_000_000;
const limitMs = 60_000;
const pollMs = 5;
/** Until what was needed for starting only has been given back. */
const idleMs = 3_000;
const connections = 32;
const eventsPerPart = 5_000;

/** How soon a process serves, how much memory it takes, and whether that stays so. */
export const footprint: Row = {
  key: 'footprint',
  title: 'start to ready, memory, growth',
  perBackend: false,
  async run(stage: Stage): Promise<Figure[]> {
    const starts = stage.quick ? 2 : 5;
    const api = await startSeveral(starts, async () => stage.process('api', 'src/main.js', await apart()));
    const whole = await startSeveral(starts, async () => allInOne(stage, await freePort()));
    const figures = [
      ...describeStart('main', api, 180),
      ...describeStart('all in one', whole, 280),
      await growth(stage, 'main', stage.process('api', 'src/main.js', await apart())),
      await growth(stage, 'all in one', allInOne(stage, await freePort())),
    ];
    return figures;
  },
};

async function apart(): Promise<Record<string, string>> {
  return { WORKER: 'off', SANDBOX: 'off', PORT: String(await freePort()) };
}

/** As `npm start` runs it: workers inside, the sandbox on, the database found by its DATA_DIR. */
function allInOne(stage: Stage, port: number): ServerProcessOptions {
  const env = {
    NODE_ENV: 'development',
    WORKER: 'inline',
    SANDBOX: 'on',
    PORT: String(port),
    DATABASE_URL: '',
    DATA_DIR: stage.cluster.dataDir,
  };
  return stage.process('all-in-one', 'src/main.js', env);
}

async function freePort(): Promise<number> {
  const [port = 0] = await freePorts(1);
  return port;
}

interface Start {
  readyMs: number;
  /** Of the process, after a while of doing nothing. */
  residentBytes: number;
}

async function startSeveral(times: number, options: () => Promise<ServerProcessOptions>): Promise<Start[]> {
  const starts: Start[] = [];
  for (let start = 0; start < times; start += 1) {
    const server = ServerProcess.spawn(await options());
    try {
      const readyMs = (await whenReady(server)) - server.spawnedAt;
      await pause(idleMs);
      starts.push({ readyMs, residentBytes: server.residentBytes ?? NaN });
    } finally {
      await server.stop();
    }
  }
  return starts;
}

/** By the probe that an orchestrator asks. */
async function whenReady(server: ServerProcess): Promise<number> {
  const url = `http://127.0.0.1:${server.settings.PORT}/health/ready`;
  const deadline = performance.now() + limitMs;
  for (;;) {
    const isReady = await ask({ url }).then(
      () => true,
      () => false,
    );
    if (isReady) return performance.now();
    if (!server.isRunning || performance.now() > deadline)
      throw new Error(`Not ready:\n${server.printed.slice(-2_000)}`);
    await pause(pollMs);
  }
}

function describeStart(name: string, starts: readonly Start[], mostMegabytes: number): Figure[] {
  const megabytes = starts.map(({ residentBytes }) => residentBytes / megabyte);
  return [
    figure(footprint.key, null, {
      what: `start of ${name} to ready`,
      unit: 'ms',
      measured: median(starts.map(({ readyMs }) => readyMs)),
      target: { of: 'measured', atMost: 2_000 },
      detail: { starts },
    }),
    figure(footprint.key, null, {
      what: `memory of ${name}`,
      unit: 'MB',
      measured: known(median(megabytes)),
      target: { of: 'measured', atMost: mostMegabytes },
    }),
  ];
}

/** How much more memory a process holds after many events than before the first. */
async function growth(stage: Stage, name: string, options: ServerProcessOptions): Promise<Figure> {
  const total = stage.quick ? 10_000 : 100_000;
  const server = ServerProcess.spawn(options);
  const megabytes: number[] = [];
  const look = async () => {
    await pause(idleMs);
    megabytes.push(Math.round((server.residentBytes ?? NaN) / megabyte));
  };
  try {
    await whenReady(server);
    await look();
    for (let sent = 0; sent < total; sent += eventsPerPart) {
      await stage.reset();
      const requests = stage.signer.smallEvents(eventsPerPart).map(({ request }) => request);
      await sendClosedLoop({ port: Number(server.settings.PORT), connections, requests });
      if (name === 'all in one') await stage.untilProcessed();
      if ((sent + eventsPerPart) % (total / 5) === 0) await look();
    }
  } finally {
    await server.stop();
  }
  const [before = NaN] = megabytes;
  return figure(footprint.key, null, {
    what: `growth of ${name} after ${total} events`,
    unit: 'MB',
    measured: known((megabytes.at(-1) ?? NaN) - before),
    target: { of: 'measured', atMost: 40 },
    detail: { megabytes },
  });
}

/** Null where the system does not tell. */
function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
