import { z } from 'zod';
import { Secret } from '../../../kernel/config/index.js';
import { HttpFailure } from '../../../kernel/http/index.js';
import type { ClientApplication, GrantSource, TokenService } from '../../core/access-grant.js';
import { appSecretProof } from './app-secret-proof.js';
import { graph, graphVersion } from './graph.js';

export const facebookScopes = [
  'pages_show_list',
  'pages_manage_posts',
  'pages_manage_engagement',
  'pages_read_engagement',
  'pages_read_user_content',
  'read_insights',
  'business_management',
  'ads_read',
  'ads_management',
];

const tokenReply = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().nullish(),
});
const pagesReply = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Tokens of 60 days that cannot be renewed: https://developers.facebook.com/docs/facebook-login/guides/access-tokens */
export function facebookLogin(): GrantSource {
  return {
    authorization: {
      url: (_values, { clientId, redirectUri, state }) => {
        const url = new URL(`https://www.facebook.com/${graphVersion}/dialog/oauth`);
        const query = { client_id: clientId, redirect_uri: redirectUri, response_type: 'code', state };
        url.search = new URLSearchParams({ ...query, scope: facebookScopes.join(',') }).toString();
        return url;
      },
      redeem: async (service, application, { code, redirectUri }) => {
        const short = await ask(service, application, { redirect_uri: redirectUri, code: new Secret(code) });
        const long = await ask(service, application, {
          grant_type: 'fb_exchange_token',
          fb_exchange_token: new Secret(short.access_token),
        });
        const accessToken = new Secret(long.access_token);
        const seconds = long.expires_in;
        return {
          accessToken,
          expiresAt: seconds == null ? undefined : new Date(service.now().getTime() + seconds * 1000),
          facts: factsOf(await pagesOf(service, accessToken, application.clientSecret)),
        };
      },
    },
  };
}

/** https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived */
function ask(service: TokenService, application: ClientApplication, query: Readonly<Record<string, string | Secret>>) {
  return service.ask({
    method: 'GET',
    url: `${graph}/oauth/access_token`,
    query: { client_id: application.clientId, client_secret: application.clientSecret, ...query },
    reply: tokenReply,
  });
}

async function pagesOf(service: TokenService, token: Secret, appSecret: Secret): Promise<string[]> {
  try {
    return await askForPages(service, token);
  } catch (error) {
    // An application can be set to require the proof of its secret.
    if (!(error instanceof HttpFailure) || error.kind !== 'invalid_input') throw error;
    return await askForPages(service, token, appSecretProof(token, appSecret));
  }
}

async function askForPages(service: TokenService, token: Secret, proof?: Secret): Promise<string[]> {
  const { data } = await service.ask({
    method: 'GET',
    url: `${graph}/me/accounts`,
    query: { fields: 'id,name', limit: 100, ...(proof && { appsecret_proof: proof }) },
    headers: { authorization: new Secret(`Bearer ${token.reveal()}`) },
    reply: pagesReply,
  });
  return data.map(({ id }) => id);
}

/** With several Pages none is taken unasked: a post on the wrong one cannot be called back. */
function factsOf([first, ...others]: string[]): Record<string, string> {
  return first !== undefined && others.length === 0 ? { pageId: first } : {};
}
