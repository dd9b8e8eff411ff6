import { z } from 'zod';
import { Secret } from '../../../kernel/config/index.js';
import type { AccessGrant, ClientApplication, GrantSource, Renewal, TokenService } from '../../core/access-grant.js';
import { answer, apiUrl } from './api.js';

export const accountScopes = [
  'user.info.basic',
  'user.info.username',
  'user.info.stats',
  'user.insights',
  'video.list',
  'video.insights',
  'comment.list',
  'comment.list.manage',
];

const tokenReply = answer(
  z.object({
    access_token: z.string().min(1),
    expires_in: z.coerce.number().positive(),
    refresh_token: z.string().min(1),
    open_id: z.string().min(1),
    scope: z.string().nullish(),
  }),
);

/** The refresh token of an account, for a year; each renewal brings another. Access tokens live a day: https://business-api.tiktok.com/portal/docs?id=1738084387220481 */
export function pastedRefreshToken(field: string): GrantSource {
  return {
    obtain: (service, values) => {
      const application = { clientId: values.text('clientId'), clientSecret: values.secret('clientSecret') };
      return refreshed(service, application, values.secret(field));
    },
    renew,
  };
}

export function accountLogin(): GrantSource {
  return {
    authorization: {
      url: (_values, { clientId, redirectUri, state }) => {
        const url = new URL('https://www.tiktok.com/v2/auth/authorize/');
        const query = { client_key: clientId, scope: accountScopes.join(','), response_type: 'code', state };
        url.search = new URLSearchParams({ ...query, redirect_uri: withSlash(redirectUri) }).toString();
        return url;
      },
      redeem: async (service, { clientId, clientSecret }, { code, redirectUri }) =>
        ask(service, 'token', {
          client_id: clientId,
          client_secret: clientSecret,
          grant_type: 'authorization_code',
          auth_code: new Secret(code),
          redirect_uri: withSlash(redirectUri),
        }),
    },
    renew,
    revoke: async (service, { grant, application }) => {
      if (!application) return;
      const { clientId, clientSecret } = application;
      await service.ask({
        url: `${apiUrl}/tt_user/oauth2/revoke/`,
        json: { client_id: clientId, client_secret: clientSecret, access_token: grant.accessToken },
        reply: z.unknown(),
      });
    },
  };
}

async function renew(service: TokenService, { grant, application }: Renewal): Promise<AccessGrant | null> {
  if (!grant.refreshToken || !application) return null;
  return refreshed(service, application, grant.refreshToken);
}

function refreshed(service: TokenService, { clientId, clientSecret }: ClientApplication, refreshToken: Secret) {
  return ask(service, 'refresh_token', {
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  });
}

async function ask(
  service: TokenService,
  endpoint: 'token' | 'refresh_token',
  json: Readonly<Record<string, string | Secret>>,
): Promise<AccessGrant> {
  const reply = await service.ask({ url: `${apiUrl}/tt_user/oauth2/${endpoint}/`, json, reply: tokenReply });
  return {
    accessToken: new Secret(reply.access_token),
    refreshToken: new Secret(reply.refresh_token),
    expiresAt: new Date(service.now().getTime() + reply.expires_in * 1000),
    facts: { businessId: reply.open_id, ...(reply.scope != null && { scope: reply.scope }) },
  };
}

/** TikTok takes redirect addresses that end in a slash only. */
function withSlash(redirectUri: string): string {
  return redirectUri.endsWith('/') ? redirectUri : `${redirectUri}/`;
}
