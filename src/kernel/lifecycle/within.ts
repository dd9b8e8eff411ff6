/** What took longer than it was given. */
export class TimeLimitPassed extends Error {
  constructor(what: string, limitMs: number) {
    super(`${what} took longer than ${limitMs} ms.`);
    this.name = 'TimeLimitPassed';
  }
}

/**
 * Waits for work at most so long. The work itself is not stopped: what it still does is its own affair.
 *
 * @throws TimeLimitPassed, or what the work throws in time.
 */
export async function within<T>(limitMs: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimitPassed(what, limitMs)), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
