import type { GrantSource } from '../../core/access-grant.js';
import { oauth2 } from '../../core/oauth2.js';
import { textOf } from '../../core/read-json.js';

/** https://pipedrive.readme.io/docs/marketplace-oauth-authorization */
export function pipedriveGrant(): GrantSource {
  return oauth2({
    authorizeUrl: 'https://oauth.pipedrive.com/oauth/authorize',
    tokenUrl: 'https://oauth.pipedrive.com/oauth/token',
    revokeUrl: 'https://oauth.pipedrive.com/oauth/revoke',
    // The rights stand in the settings of the application.
    scopes: [],
    pkce: false,
    clientAuthentication: 'basic',
    facts: apiDomainIn,
  });
}

/** The account's own host, to which all requests go. */
function apiDomainIn(reply: Readonly<Record<string, unknown>>): Record<string, string> {
  const apiDomain = textOf(reply.api_domain);
  return apiDomain === undefined ? {} : { apiDomain };
}
