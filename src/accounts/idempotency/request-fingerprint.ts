export interface FingerprintedRequest {
  method: string;
  url: string;
  body: unknown;
  /** What proves who asks, where nothing else tells one client from another behind the same address. */
  proof: string | undefined;
}

/** The request as text, the same for the same request however its JSON is ordered. */
export function fingerprintOf({ method, url, body, proof }: FingerprintedRequest): string {
  return [method, url, JSON.stringify(ordered(body ?? null)), ...(proof === undefined ? [] : [proof])].join('\n');
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, entry]) => [key, ordered(entry)]);
}
