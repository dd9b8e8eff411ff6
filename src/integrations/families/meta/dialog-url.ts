import type { AuthorizationStart } from '../../core/access-grant.js';

/** Where a browser is sent to let an application of Meta’s in. */
export function dialogUrl(address: string, scopes: readonly string[], start: AuthorizationStart): URL {
  const { clientId, redirectUri, state } = start;
  const url = new URL(address);
  const query = { client_id: clientId, redirect_uri: redirectUri, response_type: 'code', state };
  url.search = new URLSearchParams({ ...query, scope: scopes.join(',') }).toString();
  return url;
}
