import type { AppLogger } from '../observability/index.js';

const quietMs = 5_000;

/** Tells of an error at most every few seconds: a lost connection is reported by every queue, many times a second. */
export class RepeatedErrors {
  readonly #seen = new Map<string, { toldAt: number; untold: number }>();

  constructor(
    private readonly log: AppLogger,
    private readonly event: string,
  ) {}

  report(error: unknown, source: string): void {
    const key = error instanceof Error ? error.message : String(error);
    const seen = this.#seen.get(key);
    if (seen && performance.now() - seen.toldAt < quietMs) {
      seen.untold += 1;
      return;
    }
    if (this.#seen.size > 100) this.#seen.clear();
    this.#seen.set(key, { toldAt: performance.now(), untold: 0 });
    this.log.warn(this.event, { source, error, ...(seen?.untold && { timesSinceLast: seen.untold }) });
  }
}
