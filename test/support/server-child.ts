import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { CompiledSources } from './compile-for-children.js';
import { until } from './until.js';

/** How a process ended, and how long after it was told to. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
  afterMs: number;
}

/** A process of the server as it runs in production: `main` or `worker`. */
export class ServerChild {
  /** Every line that it printed. */
  readonly lines: string[] = [];
  readonly exited: Promise<Ending>;
  #toldAt = performance.now();
  #url = '';

  private constructor(private readonly child: ChildProcess) {
    if (child.stdout) createInterface(child.stdout).on('line', (line) => void this.lines.push(line));
    const takeAlong = () => child.kill('SIGKILL');
    process.once('exit', takeAlong);
    this.exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        process.off('exit', takeAlong);
        resolve({ code, signal, afterMs: performance.now() - this.#toldAt });
      });
    });
  }

  /** @param env With a folder as DATA_DIR, where it also stands, so that no `.env` of the developer’s is read. */
  static async start(
    sources: CompiledSources,
    file: 'main.js' | 'worker.js',
    env: Record<string, string> & { DATA_DIR: string },
  ): Promise<ServerChild> {
    const child = spawn(process.execPath, [fileURLToPath(sources.urlOf(file))], {
      cwd: env.DATA_DIR,
      env: { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', PORT: '0', WORKER_PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const server = new ServerChild(child);
    const ready = await until(() => server.lines.find((line) => line.includes('"process.ready"')), 30_000);
    const { url, probes } = JSON.parse(ready) as { url?: string; probes?: string };
    server.#url = url ?? probes ?? '';
    return server;
  }

  /** Where it answers: everything, or probes only. */
  get url(): string {
    return this.#url;
  }

  /** Whether it still runs. */
  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Tells it to end. */
  terminate(): void {
    this.#toldAt = performance.now();
    this.child.kill('SIGTERM');
  }

  /** For tests that failed half-way: ends it for good. */
  async discard(): Promise<void> {
    if (this.isAlive) this.child.kill('SIGKILL');
    await this.exited;
  }
}
