/** The events of a source that pass a filter; what the filter throws ends the stream. */
export function eventsThatPass<Event>(
  source: AsyncIterable<Event>,
  passes: (event: Event) => boolean | Promise<boolean>,
): AsyncIterableIterator<Event> {
  const events = source[Symbol.asyncIterator]();
  return {
    async next() {
      for (;;) {
        const event = await events.next();
        if (event.done === true) return { value: undefined, done: true };
        if (await passes(event.value)) return { value: event.value, done: false };
      }
    },
    // Not an async generator: its return() would wait for an event that may never come.
    async return() {
      await events.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
