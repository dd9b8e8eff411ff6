/** What became of the requests of one run. */
export interface LoadResult {
  sent: number;
  seconds: number;
  /** Answers other than 2xx, by status; 0 stands for a broken connection. */
  refused: Readonly<Record<number, number>>;
  /** Milliseconds, one for each answer. */
  latencies: readonly number[];
}

/** Answers with 2xx per second. */
export function rateOf({ sent, seconds, refused }: LoadResult): number {
  return (sent - refusals(refused)) / seconds;
}

export function refusals(refused: LoadResult['refused']): number {
  return Object.values(refused).reduce((sum, count) => sum + count, 0);
}

/** Counts answers while a run is on. */
export class Tally {
  readonly #latencies: number[] = [];
  readonly #refused: Record<number, number> = {};
  readonly #startedAt = performance.now();

  get answered(): number {
    return this.#latencies.length;
  }

  add(status: number, latencyMs: number): void {
    this.#latencies.push(latencyMs);
    if (status < 200 || status > 299) this.#refused[status] = (this.#refused[status] ?? 0) + 1;
  }

  result(): LoadResult {
    const seconds = (performance.now() - this.#startedAt) / 1_000;
    return { sent: this.#latencies.length, seconds, refused: this.#refused, latencies: this.#latencies };
  }
}
