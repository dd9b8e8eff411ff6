/** A moment as an ISO text in UTC, straight from PostgreSQL: cheaper than a `Date` that is made only to be written out. */
export function iso(expression: string): string {
  return `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
