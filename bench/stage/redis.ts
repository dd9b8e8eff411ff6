import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pinned } from '../machine/pin.js';
import { freePort } from './free-port.js';

/** A Redis of the bench's own, without persistence. */
export interface BenchRedis {
  url: string;
  stop(): Promise<void>;
}

export async function startRedis(scratch: string, processors: string | undefined): Promise<BenchRedis> {
  const folder = join(scratch, 'redis');
  mkdirSync(folder);
  const port = await freePort();
  const settings = {
    port,
    dir: folder,
    bind: '127.0.0.1',
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const [command, ...words] = pinned(processors, ['redis-server', ...args]);
  const server = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => server.kill('SIGKILL'));
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code}.`)));
    server.stdout.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve();
    });
  });
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
  };
  return { url: `redis://127.0.0.1:${port}`, stop };
}
