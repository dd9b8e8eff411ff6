import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { until } from './until.js';

/** A process that a test started, and what it told over its channel. */
export interface Child {
  messages: Record<string, unknown>[];
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null; afterMs: number }>;
  kill(signal: NodeJS.Signals): void;
}

/**
 * Starts a TypeScript file as a process of its own and waits until it tells `{ ready: true }`.
 *
 * @param file From the root of the repository.
 */
export async function startChild(file: string, env: Record<string, string> = {}): Promise<Child> {
  const root = new URL('../../', import.meta.url);
  const child_ = fork(fileURLToPath(new URL(file, root)), {
    execArgv: ['--import', fileURLToPath(new URL('test/support/run-typescript/register.mjs', root))],
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const child = follow(child_);
  await until(() => child.messages.some(({ ready }) => ready === true), 30_000);
  return child;
}

function follow(child_: ChildProcess): Child {
  const messages: Record<string, unknown>[] = [];
  let signalledAt = performance.now();
  child_.on('message', (message) => void messages.push(message as Record<string, unknown>));
  const exited = new Promise<Awaited<Child['exited']>>((resolve) => {
    child_.once('exit', (code, signal) => resolve({ code, signal, afterMs: performance.now() - signalledAt }));
  });
  const kill = (signal: NodeJS.Signals) => {
    signalledAt = performance.now();
    child_.kill(signal);
  };
  process.once('exit', () => child_.kill('SIGKILL'));
  return { messages, exited, kill };
}
