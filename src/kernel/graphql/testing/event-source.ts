import { Injectable } from '@nestjs/common';

/** Hands what is published to everybody who listens. */
@Injectable()
export class EventSource {
  readonly #listeners = new Set<(event: unknown) => void>();

  get listeners(): number {
    return this.#listeners.size;
  }

  publish(event: unknown): void {
    for (const listener of this.#listeners) listener(event);
  }

  listen(): AsyncIterableIterator<unknown> {
    const waiting: unknown[] = [];
    let wake: (() => void) | undefined;
    let open = true;
    const listener = (event: unknown) => {
      waiting.push(event);
      wake?.();
    };
    this.#listeners.add(listener);
    const stop = () => {
      open = false;
      this.#listeners.delete(listener);
      wake?.();
      return Promise.resolve({ value: undefined, done: true as const });
    };
    return {
      async next() {
        while (open && waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
        return waiting.length > 0 ? { value: waiting.shift(), done: false } : { value: undefined, done: true };
      },
      return: stop,
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}
