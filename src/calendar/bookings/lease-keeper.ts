import { leaseMs, type AttemptHold } from './booking-attempts.repository.js';

/** Renews the lease of an attempt while its holder waits for the calendar, so that only a dead holder loses it. */
export class LeaseKeeper {
  readonly #timer: NodeJS.Timeout;
  #hold: AttemptHold;
  #renewing: Promise<void> = Promise.resolve();

  constructor(
    hold: AttemptHold,
    private readonly renew: (hold: AttemptHold) => Promise<string | undefined>,
  ) {
    this.#hold = hold;
    this.#timer = setInterval(() => {
      this.#renewing = this.#renewing.then(() => this.renewOnce());
    }, leaseMs / 3);
    this.#timer.unref();
  }

  /** @returns the hold as it was last renewed. */
  async stop(): Promise<AttemptHold> {
    clearInterval(this.#timer);
    await this.#renewing;
    return this.#hold;
  }

  /** A database that is away for a moment costs the lease at worst, and then somebody else looks before it books. */
  private async renewOnce(): Promise<void> {
    const leaseUntil = await this.renew(this.#hold).catch(() => undefined);
    if (leaseUntil !== undefined) this.#hold = { id: this.#hold.id, leaseUntil };
  }
}
