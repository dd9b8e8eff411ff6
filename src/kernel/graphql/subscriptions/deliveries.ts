/**
 * Serves each event of a source in turn. What `serve` makes null ends the stream: its listener is gone or has lost the
 * right to listen.
 */
export function deliveries<Event, Result>(
  source: AsyncIterable<Event>,
  serve: (event: Event) => Promise<Result | null>,
): AsyncIterableIterator<Result> {
  const events = source[Symbol.asyncIterator]();
  // Not an async generator: its return() would wait for an event that may never come.
  const end = async (): Promise<IteratorResult<Result>> => {
    await events.return?.();
    return { value: undefined, done: true };
  };
  return {
    async next() {
      const event = await events.next();
      if (event.done === true) return { value: undefined, done: true };
      const result = await serve(event.value);
      return result === null ? end() : { value: result, done: false };
    },
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
