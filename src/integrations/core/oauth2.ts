import { z } from 'zod';
import { Secret } from '../../kernel/config/index.js';
import { noReply } from '../../kernel/http/index.js';
import type {
  AccessGrant,
  AuthorizationStart,
  ClientApplication,
  GrantSource,
  Renewal,
  TokenService,
} from './access-grant.js';
import type { CredentialValues } from './credential-values.js';

/** A vendor's OAuth 2 service (RFC 6749). */
export interface OAuth2Service {
  authorizeUrl: string | ((values: CredentialValues) => string);
  tokenUrl: string | ((values: CredentialValues) => string);
  /** RFC 7009; absent where the vendor has none. */
  revokeUrl?: string;
  scopes: readonly string[];
  /** Default a space. */
  scopeSeparator?: ' ' | ',';
  /** Whether the vendor takes a code challenge (RFC 7636, S256). Default true. */
  pkce?: boolean;
  /** Where the application shows its secret: in the body (default) or by HTTP Basic. */
  clientAuthentication?: 'body' | 'basic';
  /** Asked of the authorization page besides the standard ones: `access_type=offline`. */
  parameters?: Readonly<Record<string, string>>;
  /** For a token whose life the vendor does not tell. */
  expiresInSeconds?: number;
  /** For tokens of weeks or months: how long before the end they are renewed. */
  renewBeforeMs?: number;
  /** What else the token reply tells and later requests need. */
  facts?: (reply: Readonly<Record<string, unknown>>) => Record<string, string>;
}

const tokenReply = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.coerce.number().nonnegative().nullish(),
});

/** The authorization code flow with refresh and revocation, for what a vendor's service declares. */
export function oauth2(service: OAuth2Service): GrantSource {
  const { renewBeforeMs } = service;
  return {
    ...(renewBeforeMs !== undefined && { renewBeforeMs }),
    authorization: {
      url: (values, start) => authorizationUrl(service, values, start),
      redeem: (tokens, application, { values, code, codeVerifier, redirectUri }) =>
        askForToken(tokens, located(service, values), {
          application,
          form: {
            grant_type: 'authorization_code',
            code,
            redirect_uri: redirectUri,
            ...(service.pkce !== false && { code_verifier: new Secret(codeVerifier) }),
          },
        }),
    },
    renew: (tokens, renewal) => renewByRefreshToken(tokens, service, renewal),
    ...(service.revokeUrl !== undefined && {
      revoke: (tokens: TokenService, renewal: Renewal) => revoke(tokens, service, renewal),
    }),
  };
}

function authorizationUrl(service: OAuth2Service, values: CredentialValues, start: AuthorizationStart): URL {
  const { authorizeUrl, scopes, scopeSeparator = ' ', pkce = true, parameters = {} } = service;
  const url = new URL(typeof authorizeUrl === 'string' ? authorizeUrl : authorizeUrl(values));
  const query = {
    response_type: 'code',
    client_id: start.clientId,
    redirect_uri: start.redirectUri,
    ...(scopes.length > 0 && { scope: scopes.join(scopeSeparator) }),
    state: start.state,
    ...(pkce && { code_challenge: start.codeChallenge, code_challenge_method: 'S256' }),
    ...parameters,
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

async function renewByRefreshToken(
  tokens: TokenService,
  service: OAuth2Service,
  { values, grant, application }: Renewal,
): Promise<AccessGrant | null> {
  if (!grant.refreshToken || !application) return null;
  const form = { grant_type: 'refresh_token', refresh_token: grant.refreshToken };
  const renewed = await askForToken(tokens, located(service, values), { application, form });
  // Many vendors send a refresh token only once.
  return { refreshToken: grant.refreshToken, facts: grant.facts, ...defined(renewed) };
}

async function revoke(tokens: TokenService, service: OAuth2Service, { grant, application }: Renewal): Promise<void> {
  const { revokeUrl } = service;
  if (revokeUrl === undefined || !application) return;
  const token = grant.refreshToken ?? grant.accessToken;
  await tokens.ask({ url: revokeUrl, ...identified(service, application, { token }), reply: noReply });
}

type TokenForm = Record<string, string | Secret | undefined>;

function located(service: OAuth2Service, values: CredentialValues): LocatedService {
  const { tokenUrl } = service;
  return { ...service, tokenUrl: typeof tokenUrl === 'string' ? tokenUrl : tokenUrl(values) };
}

interface LocatedService extends Pick<OAuth2Service, 'clientAuthentication' | 'expiresInSeconds' | 'facts'> {
  tokenUrl: string;
}

/** Asks a token service and reads the standard reply (RFC 6749, section 5.1). */
export async function askForToken(
  tokens: TokenService,
  service: LocatedService,
  { application, form }: { application: ClientApplication; form: TokenForm },
): Promise<AccessGrant> {
  const reply = await tokens.ask({
    url: service.tokenUrl,
    ...identified(service, application, form),
    reply: tokenReply,
  });
  // Some vendors say 0 for a token that does not end.
  const told = reply.expires_in === 0 ? null : reply.expires_in;
  const seconds = told ?? service.expiresInSeconds;
  return {
    accessToken: new Secret(reply.access_token),
    refreshToken: reply.refresh_token ? new Secret(reply.refresh_token) : undefined,
    expiresAt: seconds === undefined ? undefined : new Date(tokens.now().getTime() + seconds * 1000),
    facts: service.facts?.(reply),
  };
}

function identified(
  { clientAuthentication = 'body' }: Pick<OAuth2Service, 'clientAuthentication'>,
  { clientId, clientSecret }: ClientApplication,
  form: TokenForm,
) {
  if (clientAuthentication === 'body') return { form: { ...form, client_id: clientId, client_secret: clientSecret } };
  const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret.reveal())}`;
  return { form, headers: { authorization: new Secret(`Basic ${Buffer.from(pair).toString('base64')}`) } };
}

function defined(grant: AccessGrant): AccessGrant {
  const { accessToken, refreshToken, expiresAt, facts } = grant;
  return { accessToken, expiresAt, ...(refreshToken && { refreshToken }), ...(facts && { facts }) };
}
