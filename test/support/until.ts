/**
 * Waits on a condition, which tests do instead of sleeping; what the condition throws counts as "not yet". What takes its
 * time is looked at less often, as a look can cost as much as what is waited for.
 */
export async function until<T>(condition: () => T | Promise<T>, limitMs = 10_000): Promise<NonNullable<T>> {
  const begin = performance.now();
  const deadline = begin + limitMs;
  let trouble: unknown;
  while (performance.now() < deadline) {
    try {
      const value = await condition();
      if (value) return value;
    } catch (error) {
      trouble = error;
    }
    const pauseMs = Math.min(50, 15 + (performance.now() - begin) / 40);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new Error(`Not so within ${limitMs} ms: ${condition.toString()}`, { cause: trouble });
}
