import { ReplyRefused } from '../../../kernel/http/index.js';
import type { GrantSource } from '../../core/access-grant.js';
import { oauth2 } from '../../core/oauth2.js';
import { textOf } from '../../core/read-json.js';

/** https://pipedrive.readme.io/docs/marketplace-oauth-authorization */
export function pipedriveGrant(): GrantSource {
  const flow = oauth2({
    authorizeUrl: 'https://oauth.pipedrive.com/oauth/authorize',
    tokenUrl: 'https://oauth.pipedrive.com/oauth/token',
    revokeUrl: 'https://oauth.pipedrive.com/oauth/revoke',
    scopes: [],
    pkce: false,
    clientAuthentication: 'basic',
    facts: apiDomainIn,
  });
  const { authorization } = flow;
  return {
    ...flow,
    ...(authorization && {
      authorization: { ...authorization, url: (values, start) => withoutScope(authorization.url(values, start)) },
    }),
    async revoke(tokens, renewal) {
      await flow.revoke?.(tokens, renewal).catch(unlessEmpty);
    },
  };
}

/** The account's own host, to which all requests go. */
function apiDomainIn(reply: Readonly<Record<string, unknown>>): Record<string, string> {
  const apiDomain = textOf(reply.api_domain);
  return apiDomain === undefined ? {} : { apiDomain };
}

/** The rights stand in the settings of the application; the authorization page takes no `scope`. */
function withoutScope(url: URL): URL {
  url.searchParams.delete('scope');
  return url;
}

/** A revocation is answered by an empty 200 (RFC 7009, section 2.2), which is no JSON. */
function unlessEmpty(error: unknown): void {
  if (!(error instanceof ReplyRefused) || error.reason !== 'HTTP.REPLY_NOT_UNDERSTOOD') throw error;
}
