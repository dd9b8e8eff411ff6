/** A limit with bursts: `capacity` at once, refilled by `ratePerSecond`. */
export class TokenBucket {
  #tokens: number;
  #filledAt: number;

  constructor(
    private readonly ratePerSecond: number,
    private readonly capacity: number,
    now: number,
  ) {
    this.#tokens = capacity;
    this.#filledAt = now;
  }

  /**
   * Takes one token, unless that would touch the last `reserve` of them, which are kept for what matters more.
   *
   * @returns 0, or the milliseconds after which it is worth trying again.
   */
  take(now: number, reserve: number): number {
    this.#tokens = Math.min(this.capacity, this.#tokens + ((now - this.#filledAt) / 1000) * this.ratePerSecond);
    this.#filledAt = now;
    if (this.#tokens - 1 >= reserve) {
      this.#tokens -= 1;
      return 0;
    }
    return Math.ceil(((reserve + 1 - this.#tokens) / this.ratePerSecond) * 1000);
  }
}
