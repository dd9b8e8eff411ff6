const windowMs = 60_000;

/** So many requests a minute; who goes beyond it is kept out for a minute. */
export class RateLimit {
  #windowEndsAt = 0;
  #count = 0;
  #blockedUntil = 0;

  constructor(
    private readonly nowMs: () => number,
    /** Cal.com gives a key 120. */
    public perMinute: number,
  ) {}

  /** Counts a request, says whether it is one too many, and what its answer tells. */
  take(): { isExceeded: boolean; headers: Record<string, string> } {
    const now = this.nowMs();
    if (now >= this.#windowEndsAt) {
      this.#windowEndsAt = now + windowMs;
      this.#count = 0;
    }
    this.#count += 1;
    if (this.#count > this.perMinute && now >= this.#blockedUntil) this.#blockedUntil = now + windowMs;
    return { isExceeded: now < this.#blockedUntil, headers: this.headers(now) };
  }

  private headers(now: number): Record<string, string> {
    const isBlocked = now < this.#blockedUntil;
    const endsAt = isBlocked ? this.#blockedUntil : this.#windowEndsAt;
    return {
      'x-ratelimit-limit-default': String(this.perMinute),
      'x-ratelimit-remaining-default': String(isBlocked ? 0 : Math.max(0, this.perMinute - this.#count)),
      // Seconds that remain, not a time.
      'x-ratelimit-reset-default': String(Math.ceil((endsAt - now) / 1000)),
    };
  }
}
