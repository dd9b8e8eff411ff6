import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '../../test/support/free-ports.js';
import { endRedis, launchRedis, whenReady } from '../../test/support/redis-process.js';
import { pinned } from '../machine/pin.js';

/** A Redis of the bench's own, without persistence. */
export interface BenchRedis {
  url: string;
  stop(): Promise<void>;
}

export async function startRedis(scratch: string, processors: string | undefined): Promise<BenchRedis> {
  const folder = join(scratch, 'redis');
  mkdirSync(folder);
  const [port = 0] = await freePorts(1);
  const server = launchRedis({ port, folder, wrap: (command) => pinned(processors, command) });
  process.once('exit', () => server.kill('SIGKILL'));
  await whenReady(server);
  return { url: `redis://127.0.0.1:${port}`, stop: () => endRedis(server, 'SIGTERM') };
}
