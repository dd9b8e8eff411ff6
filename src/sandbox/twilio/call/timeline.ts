import type { Clock } from '../../player/clock.js';

/** The caller put the phone down; nothing of the document is followed any more. */
export class CallerGone extends Error {}

/** How long people take, roughly as a voice at the phone does. */
export function speechMs(text: string): number {
  return Math.max(400, text.length * 60);
}

/** The time of one call: what is heard takes as long as it takes, and so do answers of servers. */
export class Timeline {
  #elapsedMs = 0;

  constructor(
    private readonly clock: Clock,
    private readonly patienceMs: number,
  ) {}

  get elapsedMs(): number {
    return Math.round(this.#elapsedMs);
  }

  /** @throws CallerGone when the caller's patience ends before. */
  async pass(ms: number): Promise<void> {
    const left = this.patienceMs - this.#elapsedMs;
    const lasts = Math.max(0, Math.min(ms, left));
    await this.clock.wait(lasts);
    this.#elapsedMs += lasts;
    if (left <= ms) throw new CallerGone();
  }

  /** What is waited for takes as long as the clock says. */
  async during<T>(work: Promise<T>): Promise<T> {
    const from = this.clock.now().getTime();
    const value = await work;
    this.#elapsedMs += this.clock.now().getTime() - from;
    return value;
  }
}
