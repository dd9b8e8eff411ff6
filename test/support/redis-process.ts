import { spawn, type ChildProcess } from 'node:child_process';

export interface RedisOptions {
  port: number;
  /** Where it works; it writes nothing there. */
  folder?: string;
  /** The command line that starts this one, such as `taskset` before it. */
  wrap?: (command: [string, ...string[]]) => [string, ...string[]];
}

/** A `redis-server` that keeps nothing on disk, at once; `whenReady` waits for it. */
export function launchRedis({ port, folder, wrap = (command) => command }: RedisOptions): ChildProcess {
  const settings = {
    port,
    bind: '127.0.0.1',
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
    ...(folder !== undefined && { dir: folder }),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const [command, ...words] = wrap(['redis-server', ...args]);
  // Its standard error is nobody's: a server that is left behind would keep the output of a test run open.
  return spawn(command, words, { stdio: ['ignore', 'pipe', 'ignore'] });
}

export function whenReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code}.`)));
    server.stdout?.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve();
    });
  });
}

/** Waits until it is gone; one that is gone already is no fault. */
export async function endRedis(server: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
}
