import type { HttpTimer } from './http-timer.js';

/** The time that one request has with all its attempts, ended early when its caller gives up. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #endsAt: number;
  readonly #timeout: NodeJS.Timeout;
  #passed = false;

  constructor(
    private readonly timer: HttpTimer,
    ms: number,
    private readonly caller: AbortSignal | undefined,
  ) {
    this.#endsAt = timer.now() + ms;
    this.#timeout = setTimeout(() => {
      this.#passed = true;
      this.#controller.abort();
    }, ms);
    if (caller?.aborted) this.onGivenUp();
    else caller?.addEventListener('abort', this.onGivenUp, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get passed(): boolean {
    return this.#passed;
  }

  get givenUp(): boolean {
    return this.caller?.aborted ?? false;
  }

  leaves(ms: number): boolean {
    return this.timer.now() + ms < this.#endsAt;
  }

  release(): void {
    clearTimeout(this.#timeout);
    this.caller?.removeEventListener('abort', this.onGivenUp);
  }

  private readonly onGivenUp = (): void => {
    this.#controller.abort(this.caller?.reason);
  };
}
