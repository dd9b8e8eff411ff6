/** The request as text, the same for the same request however its JSON is ordered. */
export function fingerprintOf(request: { method: string; url: string; body: unknown }): string {
  return [request.method, request.url, JSON.stringify(ordered(request.body ?? null))].join('\n');
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, entry]) => [key, ordered(entry)]);
}
