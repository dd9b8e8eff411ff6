const baseMs = 250;
const longestMs = 10_000;

/**
 * How long to wait before the next attempt: what the platform asked for, if it did, and a random part on top,
 * so that many clients refused together do not come back together.
 *
 * @param random From 0 to 1.
 */
export function backOffMs(attempt: number, random: number, retryAfterMs = 0): number {
  return Math.round(retryAfterMs + random * Math.min(longestMs, baseMs * 2 ** attempt));
}

/** Reads `Retry-After`: seconds or a date. What cannot be read counts as not there. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Math.ceil(Number(header) * 1000);
  // Date.parse makes a date of nearly anything, `-5` too; an HTTP date begins with its weekday.
  const date = /^\s*[a-z]{3}/i.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
