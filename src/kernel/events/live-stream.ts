import type { LiveSignal } from './live-subscription.js';

/** Turns signals that something changed into what a subscriber is to be told: nothing, one thing or several. */
export function liveStream<Ids, News>(
  signals: AsyncIterableIterator<LiveSignal<Ids>, undefined>,
  read: (signal: LiveSignal<Ids>) => Promise<readonly News[]>,
): AsyncIterableIterator<News, undefined> {
  const waiting: News[] = [];
  return {
    async next() {
      for (;;) {
        const [news] = waiting.splice(0, 1);
        if (news !== undefined) return { value: news, done: false };
        const signal = await signals.next();
        if (signal.done === true) return { value: undefined, done: true };
        waiting.push(...(await read(signal.value)));
      }
    },
    // Not an async generator: its return() would wait for a signal that may never come.
    async return() {
      await signals.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
