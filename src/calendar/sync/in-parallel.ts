/** Does so many at once at most, and what is left when the time is over not at all. */
export async function inParallel<T>(
  items: readonly T[],
  { most, until = Infinity }: { most: number; until?: number | undefined },
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined && performance.now() < until; item = left.shift())
      await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
}
