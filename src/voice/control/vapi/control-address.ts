/** Where commands for a call go, and by whose word that place is trusted (see `HttpTarget.hostFrom`). */
export interface ControlAddress {
  readonly url: URL;
  readonly hostFrom: 'operator' | 'user';
}

/**
 * The address that Vapi gives for one call. Its host differs from cluster to cluster, so any of Vapi's own is taken, and
 * whatever stands at the operator's own address for Vapi.
 *
 * @param apiBase `VAPI_BASE_URL`.
 * @returns null for an address that is neither: commands say what a caller hears, and nobody else may be told.
 */
export function controlAddress(given: string, apiBase: string): ControlAddress | null {
  if (!URL.canParse(given)) return null;
  const url = new URL(given);
  if (url.username !== '' || url.password !== '') return null;
  const base = new URL(apiBase);
  if (!isVapis(base) && url.origin === base.origin) return { url, hostFrom: 'operator' };
  return url.protocol === 'https:' && url.port === '' && isVapis(url) ? { url, hostFrom: 'user' } : null;
}

function isVapis({ hostname }: URL): boolean {
  return hostname === 'vapi.ai' || hostname.endsWith('.vapi.ai');
}
