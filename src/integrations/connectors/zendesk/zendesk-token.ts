import { z } from 'zod';
import { Secret } from '../../../kernel/config/index.js';
import { noReply } from '../../../kernel/http/index.js';
import type { AccessGrant, ClientApplication, GrantSource, Renewal, TokenService } from '../../core/access-grant.js';
import type { CredentialValues } from '../../core/credential-values.js';
import { oauth2 } from '../../core/oauth2.js';

const scopes = ['read', 'write'];
const lifeSeconds = 86_400;

const tokenReply = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.number().positive().nullish(),
});

/** Tokens for an account’s own confidential OAuth client by itself. */
export const zendeskToken: GrantSource = {
  obtain: (tokens, values) => {
    const application = { clientId: values.text('identifier'), clientSecret: values.secret('secret') };
    const more = { grant_type: 'client_credentials', scope: scopes.join(' ') };
    return askZendesk(tokens, values, { application, more });
  },
};

const { authorization } = oauth2({
  authorizeUrl: addressOf('authorizations/new'),
  tokenUrl: addressOf('tokens'),
  scopes,
});

/**
 * Tokens for the person who signs in, by an OAuth client of the account with a code challenge:
 * https://developer.zendesk.com/documentation/api-basics/authentication/oauth-pkce/
 */
export const zendeskSignIn: GrantSource = {
  ...(authorization && {
    authorization: {
      url: authorization.url,
      redeem: (tokens, application, { values, code, codeVerifier, redirectUri }) =>
        askZendesk(tokens, values, {
          application,
          more: {
            grant_type: 'authorization_code',
            code: new Secret(code),
            code_verifier: new Secret(codeVerifier),
            redirect_uri: redirectUri,
            scope: scopes.join(' '),
          },
        }),
    },
  }),
  /** Each renewal ends the pair before it. */
  async renew(tokens, { values, grant: { refreshToken }, application }) {
    if (!refreshToken || !application) return null;
    const more = { grant_type: 'refresh_token', refresh_token: refreshToken };
    return { refreshToken, ...(await askZendesk(tokens, values, { application, more })) };
  },
  revoke: revokeToken,
};

interface TokenOrder {
  application: ClientApplication;
  more: Readonly<Record<string, string | Secret>>;
}

/**
 * The service takes JSON, and a life of 5 minutes to 2 days:
 * https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/
 */
async function askZendesk(
  tokens: TokenService,
  values: CredentialValues,
  { application, more }: TokenOrder,
): Promise<AccessGrant> {
  const { clientId, clientSecret } = application;
  const reply = await tokens.ask({
    url: addressOf('tokens')(values),
    json: { ...more, client_id: clientId, client_secret: clientSecret, expires_in: lifeSeconds },
    reply: tokenReply,
  });
  return {
    accessToken: new Secret(reply.access_token),
    ...(reply.refresh_token && { refreshToken: new Secret(reply.refresh_token) }),
    expiresAt: new Date(tokens.now().getTime() + (reply.expires_in ?? lifeSeconds) * 1000),
  };
}

function addressOf(path: string): (values: CredentialValues) => string {
  return (values) => `https://${values.text('subdomain')}.zendesk.com/oauth/${path}`;
}

/** Zendesk ends the token that asks: https://developer.zendesk.com/api-reference/ticketing/oauth/oauth_tokens/#revoke-token */
async function revokeToken(tokens: TokenService, { values, grant }: Renewal): Promise<void> {
  await tokens.ask({
    method: 'DELETE',
    url: `https://${values.text('subdomain')}.zendesk.com/api/v2/oauth/tokens/current.json`,
    headers: { authorization: new Secret(`Bearer ${grant.accessToken.reveal()}`) },
    reply: noReply,
  });
}
