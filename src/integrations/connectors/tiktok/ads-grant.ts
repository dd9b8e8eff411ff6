import { z } from 'zod';
import { Secret } from '../../../kernel/config/index.js';
import type { GrantSource } from '../../core/access-grant.js';
import { answer, apiUrl } from './api.js';

const tokenReply = answer(z.object({ access_token: z.string().min(1) }));

/** Tokens of an ads account last until they are revoked: https://business-api.tiktok.com/portal/docs?id=1738373141733378 */
export function adsLogin(): GrantSource {
  return {
    authorization: {
      url: (_values, { clientId, redirectUri, state }) => {
        const url = new URL('https://business-api.tiktok.com/portal/auth');
        url.search = new URLSearchParams({ app_id: clientId, state, redirect_uri: redirectUri }).toString();
        return url;
      },
      redeem: async (service, { clientId, clientSecret }, { code }) => {
        const { access_token: token } = await service.ask({
          url: `${apiUrl}/oauth2/access_token/`,
          json: { app_id: clientId, secret: clientSecret, auth_code: new Secret(code) },
          reply: tokenReply,
        });
        return { accessToken: new Secret(token) };
      },
    },
    revoke: async (service, { grant, application }) => {
      if (!application) return;
      await service.ask({
        url: `${apiUrl}/oauth2/revoke_token/`,
        json: {
          app_id: application.clientId,
          secret: application.clientSecret,
          access_token: grant.accessToken,
        },
        reply: z.unknown(),
      });
    },
  };
}
