/** Waits on a condition, which tests do instead of sleeping; what the condition throws counts as "not yet". */
export async function until<T>(condition: () => T | Promise<T>, limitMs = 10_000): Promise<NonNullable<T>> {
  const deadline = performance.now() + limitMs;
  let trouble: unknown;
  while (performance.now() < deadline) {
    try {
      const value = await condition();
      if (value) return value;
    } catch (error) {
      trouble = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  throw new Error(`Not so within ${limitMs} ms: ${condition.toString()}`, { cause: trouble });
}
