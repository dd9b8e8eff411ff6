import { z } from 'zod';
import { Secret } from '../../../kernel/config/index.js';
import type { GrantSource } from '../../core/access-grant.js';
import { dataCenter } from './data-center.js';

const login = 'https://login.mailchimp.com/oauth2';
// `expires_in` is 0 there and means that the token does not end.
const tokenReply = z.object({ access_token: z.string().min(1) });
const metadata = z.object({ dc: dataCenter });

/**
 * Tokens that end only when the user takes them back, so there is no renewal; no scopes and no code challenge either:
 * https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/
 */
export const grantOfUser: GrantSource = {
  authorization: {
    url(_values, { clientId, redirectUri, state }) {
      const url = new URL(`${login}/authorize`);
      const query = { response_type: 'code', client_id: clientId, redirect_uri: redirectUri, state };
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return url;
    },
    async redeem(tokens, { clientId, clientSecret }, { code, redirectUri }) {
      const form = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        client_id: clientId,
        client_secret: clientSecret,
      };
      const { access_token: token } = await tokens.ask({ url: `${login}/token`, form, reply: tokenReply });
      const headers = { authorization: new Secret(`OAuth ${token}`) };
      const { dc } = await tokens.ask({ method: 'GET', url: `${login}/metadata`, headers, reply: metadata });
      return { accessToken: new Secret(token), facts: { dc } };
    },
  },
};
