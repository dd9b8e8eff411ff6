import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { onExit } from './on-exit.js';

export interface ServerProcessOptions {
  role: 'api' | 'worker';
  /** The built file. */
  script: string;
  /** Modules loaded before it. */
  preloads: readonly string[];
  env: Record<string, string>;
  /** Its working folder: one without an `.env` of the developer's. */
  folder: string;
  logFile: string;
  /** Where it answers probes. */
  probes: string;
}

/** Before a process that ended by itself is started again, as an orchestrator would. */
const restartDelayMs = 300;
const probeEveryMs = 100;

/** A process of the server that is started again whenever it ends: at once when it was killed. */
export class ServerProcess {
  /** How often it ended without having been killed: a boot that found no database, or a crash. */
  ownEnds = 0;
  #child: ChildProcess | undefined;
  #startedAt = 0;
  #readyAt: number | undefined;
  #stopping = false;
  #forget: () => void = () => undefined;

  constructor(private readonly options: ServerProcessOptions) {}

  get role(): ServerProcessOptions['role'] {
    return this.options.role;
  }

  start(): void {
    const { script, preloads, env, folder, logFile } = this.options;
    const log = openSync(logFile, 'a');
    const imports = preloads.flatMap((preload) => ['--import', preload]);
    const child = spawn(process.execPath, ['--enable-source-maps', ...imports, script], {
      env,
      cwd: folder,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#child = child;
    this.#startedAt = performance.now();
    this.#forget = onExit(() => child.kill('SIGKILL'));
    child.once('exit', (_, signal) => this.#ended(signal === 'SIGKILL'));
    void this.#awaitReadiness(child);
  }

  /** Whether it has started to work since its last start. */
  get isReady(): boolean {
    return this.#readyAt !== undefined;
  }

  /** Whether it has worked as long as it took to start, so that it is up half of its time on a slow machine too. */
  get hasWorked(): boolean {
    if (this.#readyAt === undefined) return false;
    return performance.now() - this.#readyAt >= this.#readyAt - this.#startedAt;
  }

  /** @returns false when it was down already. */
  kill(): boolean {
    return this.#child?.kill('SIGKILL') ?? false;
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.kill('SIGKILL')) await ended;
  }

  async #awaitReadiness(child: ChildProcess): Promise<void> {
    while (this.#child === child && !this.isReady) {
      const isHealthy = await this.#isHealthy();
      if (this.#child === child && isHealthy) this.#readyAt = performance.now();
      await pause(probeEveryMs);
    }
  }

  async #isHealthy(): Promise<boolean> {
    try {
      const reply = await fetch(`${this.options.probes}/health/ready`, { signal: AbortSignal.timeout(2_000) });
      await reply.arrayBuffer();
      return reply.ok;
    } catch {
      return false;
    }
  }

  #ended(killed: boolean): void {
    this.#forget();
    this.#child = undefined;
    this.#readyAt = undefined;
    if (this.#stopping) return;
    if (!killed) this.ownEnds += 1;
    setTimeout(
      () => {
        if (!this.#stopping) this.start();
      },
      killed ? 0 : restartDelayMs,
    );
  }
}
