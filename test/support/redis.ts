import { spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePorts } from './free-ports.js';
import { endRedis, launchRedis, whenReady } from './redis-process.js';

/** A Redis of one test file, empty at the start. */
export interface TestRedis {
  url: string;
  /** Ends the server at once; it comes back without its memory. Only for a server of our own. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Whether tests on Redis can run here: TEST_REDIS_URL names a server, or `redis-server` is installed. */
export const hasRedis = Boolean(process.env.TEST_REDIS_URL) || spawnSync('redis-server', ['--version']).status === 0;

/** Whether the server is ours to kill. */
export const ownsRedis = hasRedis && !process.env.TEST_REDIS_URL;

export async function startTestRedis(): Promise<TestRedis> {
  const given = process.env.TEST_REDIS_URL;
  return given ? useGivenServer(given) : startServer();
}

/** On a server that others use too, each Jest worker takes a database of its own. */
async function useGivenServer(given: string): Promise<TestRedis> {
  const url = new URL(given);
  url.pathname = `/${process.env.JEST_WORKER_ID ?? 1}`;
  const wipe = async () => {
    const client = new Redis(url.href);
    await client.flushdb();
    await client.quit();
  };
  await wipe();
  const refuse = () => Promise.reject(new Error('The server of TEST_REDIS_URL is not ours to kill.'));
  return { url: url.href, kill: refuse, restart: refuse, stop: wipe };
}

async function startServer(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'agent-builder-redis-'));
  const [port = 0] = await freePorts(1);
  let server = await launch(port, folder);
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: () => endRedis(server),
    restart: async () => {
      server = await launch(port, folder);
    },
    stop: async () => {
      await endRedis(server, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launch(port: number, folder: string): Promise<ChildProcess> {
  const server = launchRedis({ port, folder });
  await whenReady(server);
  process.once('exit', () => server.kill('SIGKILL'));
  return server;
}
