import { z } from 'zod';
import { Secret } from '../../../kernel/config/index.js';
import { HttpFailure } from '../../../kernel/http/index.js';
import type { AccessGrant, ClientApplication, GrantSource, TokenService } from '../../core/access-grant.js';
import { dialogUrl } from '../../families/meta/dialog-url.js';
import { instagramGraph } from './graph.js';

export const instagramScopes = [
  'instagram_business_basic',
  'instagram_business_content_publish',
  'instagram_business_manage_comments',
  'instagram_business_manage_insights',
];

const dayMs = 86_400_000;
const lifeMs = 60 * dayMs;
// A token can be renewed from its second day on and never after its end.
const renewBeforeMs = 30 * dayMs;

const permissions = z
  .union([z.string(), z.array(z.string()).transform((each) => each.join(','))])
  .nullish()
  .transform((given) => given ?? undefined);
const longToken = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive(), permissions });
const shortToken = z.object({ access_token: z.string().min(1), permissions });
const codeReply = z.union([
  shortToken,
  z.object({ data: z.tuple([shortToken]) }).transform(({ data: [first] }) => first),
]);
const meReply = z.object({ user_id: z.union([z.string().min(1), z.int()]).transform(String) });

/** A long-lived token from the App Dashboard, renewed from then on. */
export function pastedInstagramToken(field: string): GrantSource {
  return {
    renewBeforeMs,
    obtain: async (service, values) => {
      const token = values.secret(field);
      return withAccount(service, await renewedUnlessYoung(service, token));
    },
    renew: (service, { grant }) => renewed(service, grant.accessToken, grant.facts),
  };
}

/** https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/business-login */
export function instagramLogin(): GrantSource {
  return {
    renewBeforeMs,
    authorization: {
      url: (_values, start) => dialogUrl('https://www.instagram.com/oauth/authorize', instagramScopes, start),
      redeem: async (service, application, { code, redirectUri }) => {
        const short = await service.ask({
          url: 'https://api.instagram.com/oauth/access_token',
          form: {
            client_id: application.clientId,
            client_secret: application.clientSecret,
            grant_type: 'authorization_code',
            redirect_uri: redirectUri,
            code: new Secret(code),
          },
          reply: codeReply,
        });
        return withAccount(service, await exchanged(service, application, short));
      },
    },
    renew: (service, { grant }) => renewed(service, grant.accessToken, grant.facts),
  };
}

/** https://developers.facebook.com/docs/instagram-platform/reference/access_token */
async function exchanged(
  service: TokenService,
  { clientSecret }: ClientApplication,
  short: z.output<typeof shortToken>,
): Promise<AccessGrant> {
  const reply = await service.ask({
    method: 'GET',
    url: 'https://graph.instagram.com/access_token',
    query: {
      grant_type: 'ig_exchange_token',
      client_secret: clientSecret,
      access_token: new Secret(short.access_token),
    },
    reply: longToken,
  });
  return grantOf(service, { ...reply, permissions: reply.permissions ?? short.permissions });
}

/** https://developers.facebook.com/docs/instagram-platform/reference/refresh_access_token */
async function renewed(service: TokenService, token: Secret, facts?: AccessGrant['facts']): Promise<AccessGrant> {
  const reply = await service.ask({
    method: 'GET',
    url: 'https://graph.instagram.com/refresh_access_token',
    query: { grant_type: 'ig_refresh_token', access_token: token },
    reply: longToken,
  });
  return grantOf(service, reply, facts);
}

/** The end of a pasted token is not told; a renewal tells it. One younger than a day is refused, and has its whole life yet. */
async function renewedUnlessYoung(service: TokenService, token: Secret): Promise<AccessGrant> {
  try {
    return await renewed(service, token);
  } catch (error) {
    const refused = error instanceof HttpFailure && ['credential_rejected', 'invalid_input'].includes(error.kind);
    if (!refused) throw error;
    return { accessToken: token, expiresAt: new Date(service.now().getTime() + lifeMs - dayMs) };
  }
}

function grantOf(
  service: TokenService,
  reply: z.output<typeof longToken>,
  facts: AccessGrant['facts'] = {},
): AccessGrant {
  return {
    accessToken: new Secret(reply.access_token),
    expiresAt: new Date(service.now().getTime() + reply.expires_in * 1000),
    facts: { ...facts, ...(reply.permissions !== undefined && { permissions: reply.permissions }) },
  };
}

async function withAccount(service: TokenService, grant: AccessGrant): Promise<AccessGrant> {
  const { user_id: igUserId } = await service.ask({
    method: 'GET',
    url: `${instagramGraph}/me`,
    query: { fields: 'user_id,username' },
    headers: { authorization: new Secret(`Bearer ${grant.accessToken.reveal()}`) },
    reply: meReply,
  });
  return { ...grant, facts: { ...grant.facts, login: 'instagram', igUserId } };
}
