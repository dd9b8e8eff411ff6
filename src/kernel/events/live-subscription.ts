import type { LiveTopic } from './live-topic.js';

/**
 * What a subscriber gets: ids of something that changed, or `resync`: something may have been missed, so read everything
 * anew from the last state delivered.
 */
export type LiveSignal<T> =
  { readonly resync: false; readonly ids: T } | { readonly resync: true; readonly reason: ResyncReason };

/**
 * - `subscribed`: always the first signal; what changes from now on will be told;
 * - `reconnected`: this process could not listen for a while;
 * - `requested`: a publisher could not tell what it did;
 * - `overflow`: this subscriber is too slow;
 * - `periodic`: a publisher may have died between its commit and telling of it, which nobody can know.
 */
export type ResyncReason = 'subscribed' | 'reconnected' | 'requested' | 'overflow' | 'periodic';

const mostBuffered = 1_000;
const usualPeriodMs = 60_000;

/** One subscriber's stream. It ends when the subscriber returns, or the process closes. */
export class LiveSubscription<T> implements AsyncIterableIterator<LiveSignal<T>, undefined> {
  readonly #timer: NodeJS.Timeout;
  #buffer: LiveSignal<T>[] = [];
  #waiting: ((result: IteratorResult<LiveSignal<T>, undefined>) => void)[] = [];
  #ended = false;

  constructor(
    readonly topic: LiveTopic<T>,
    private readonly onEnd: (subscription: LiveSubscription<T>) => void,
    periodMs = usualPeriodMs,
  ) {
    this.#timer = setInterval(() => this.resync('periodic'), periodMs).unref();
  }

  /** Takes in what another process told; ids that this release does not understand count as "something". */
  push(ids: unknown): void {
    const parsed = this.topic.ids.safeParse(ids);
    if (parsed.success) this.#deliver({ resync: false, ids: parsed.data });
    else this.resync('requested');
  }

  resync(reason: ResyncReason): void {
    if (this.#buffer.at(-1)?.resync !== true) this.#deliver({ resync: true, reason });
  }

  next(): Promise<IteratorResult<LiveSignal<T>, undefined>> {
    const signal = this.#buffer.shift();
    if (signal) return Promise.resolve({ value: signal, done: false });
    if (this.#ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Ends at once, even while somebody waits for the next signal. */
  return(): Promise<IteratorResult<LiveSignal<T>, undefined>> {
    if (!this.#ended) {
      this.#ended = true;
      clearInterval(this.#timer);
      this.#buffer = [];
      for (const resolve of this.#waiting.splice(0)) resolve({ value: undefined, done: true });
      this.onEnd(this);
    }
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #deliver(signal: LiveSignal<T>): void {
    if (this.#ended) return;
    const resolve = this.#waiting.shift();
    if (resolve) resolve({ value: signal, done: false });
    else if (this.#buffer.length < mostBuffered) this.#buffer.push(signal);
    else this.#buffer = [{ resync: true, reason: 'overflow' }];
  }
}
