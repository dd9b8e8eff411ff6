/** Clocks differ, and lists can be a little late. */
const overlapMs = 10 * 60_000;
const longestMs = 24 * 60 * 60_000;

/** Since when calls are asked for. @param comparedUntil null where none have been yet. */
export function windowStart(comparedUntil: Date | null, now: Date): Date {
  const earliest = now.getTime() - longestMs;
  return new Date(Math.max(earliest, comparedUntil === null ? earliest : comparedUntil.getTime() - overlapMs));
}
