import type { INestApplicationContext } from '@nestjs/common';
import { AppLogger } from '../observability/index.js';
import { within } from './within.js';

export interface ShutdownHooks {
  /** Runs last, when nothing uses it any more: stops the embedded database. */
  afterClose?: (() => Promise<void>) | undefined;
  /** Ends the process; tests give another end. */
  exit?: ((code: number) => void) | undefined;
  /** Where signals and uncaught errors come from; tests give another source than the process. */
  signals?: NodeJS.EventEmitter | undefined;
}

/** Together below the 10 s that orchestrators leave between SIGTERM and SIGKILL. */
const closeLimitMs = 8_000;
const afterCloseLimitMs = 1_500;

/**
 * Serves until SIGTERM or SIGINT, then drains (see `Drain`), closes and exits with 0; a second signal changes nothing.
 * What nobody caught is logged, and ends the process with 1 at once: its state cannot be trusted to drain.
 */
export function runUntilSignal(app: INestApplicationContext, hooks: ShutdownHooks = {}): void {
  const ending = new Ending(app, hooks);
  const signals: NodeJS.EventEmitter = hooks.signals ?? process;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) signals.on(signal, () => ending.drain(signal));
  for (const kind of ['uncaughtException', 'unhandledRejection']) signals.on(kind, (error) => ending.crash(error));
}

class Ending {
  readonly #log: AppLogger;
  #begun = false;
  #leaving: Promise<void> | undefined;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly hooks: ShutdownHooks,
  ) {
    this.#log = app.get(AppLogger);
  }

  drain(signal: NodeJS.Signals): void {
    if (this.#begun) {
      this.#log.info('process.signal_ignored', { signal, message: 'Already draining.' });
      return;
    }
    this.#begun = true;
    void this.#drain(signal);
  }

  crash(error: unknown): void {
    this.#log.fatal('process.crashed', { error });
    void this.#leave(1);
  }

  async #drain(signal: NodeJS.Signals): Promise<void> {
    const startedAt = performance.now();
    this.#log.info('process.draining', { signal });
    try {
      await within(closeLimitMs, 'Closing', this.app.close());
    } catch (error) {
      this.#log.warn('process.close_incomplete', { error });
    }
    this.#log.info('process.stopped', { ms: Math.round(performance.now() - startedAt) });
    await this.#leave(0);
  }

  /** Once, whatever the way out throws in turn. */
  #leave(code: number): Promise<void> {
    this.#leaving ??= this.#stopRestAndExit(code);
    return this.#leaving;
  }

  async #stopRestAndExit(code: number): Promise<void> {
    try {
      await within(afterCloseLimitMs, 'Stopping the rest', this.hooks.afterClose?.() ?? Promise.resolve());
    } catch (error) {
      this.#log.warn('process.close_incomplete', { error });
    }
    (this.hooks.exit ?? process.exit)(code);
  }
}
