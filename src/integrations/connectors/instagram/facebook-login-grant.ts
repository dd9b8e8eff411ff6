import { z } from 'zod';
import { Secret } from '../../../kernel/config/index.js';
import { HttpFailure } from '../../../kernel/http/index.js';
import type { AccessGrant, ClientApplication, GrantSource, TokenService } from '../../core/access-grant.js';
import { AccountNotChosen } from './account-not-chosen.js';
import { appSecretProof } from './app-secret-proof.js';
import { facebookGraph, graphVersion } from './graph.js';

export const facebookScopes = [
  'instagram_basic',
  'instagram_content_publish',
  'instagram_manage_comments',
  'instagram_manage_insights',
  'pages_show_list',
  'pages_read_engagement',
  'business_management',
];

const tokenReply = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().nullish(),
});
const pagesReply = z.object({
  data: z.array(z.object({ instagram_business_account: z.object({ id: z.string() }).nullish() })),
});

/** The token of a system user, which does not end: https://developers.facebook.com/docs/business-management-apis/system-users */
export function pastedFacebookToken(field: string): GrantSource {
  return {
    obtain: async (service, values) => {
      const accessToken = values.secret(field);
      const accounts = await accountsOf(service, accessToken, values.optionalSecret('appSecret'));
      const wanted = values.optionalText('igUserId');
      if (wanted === undefined && accounts.length !== 1) throw new AccountNotChosen(accounts.length);
      return { accessToken, facts: factsOf(accounts) };
    },
  };
}

/** https://developers.facebook.com/docs/instagram-platform/instagram-api-with-facebook-login */
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
        const accounts = await accountsOf(service, accessToken, application.clientSecret);
        return { accessToken, expiresAt: endOf(service, long.expires_in), facts: factsOf(accounts) };
      },
    },
  };
}

/** https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived */
function ask(service: TokenService, application: ClientApplication, query: Readonly<Record<string, string | Secret>>) {
  return service.ask({
    method: 'GET',
    url: `${facebookGraph}/oauth/access_token`,
    query: { client_id: application.clientId, client_secret: application.clientSecret, ...query },
    reply: tokenReply,
  });
}

/** The professional accounts that the Pages of the token are linked to. */
async function accountsOf(service: TokenService, token: Secret, appSecret: Secret | undefined): Promise<string[]> {
  try {
    return await askForAccounts(service, token);
  } catch (error) {
    // An application can be set to require the proof of its secret.
    if (!appSecret || !(error instanceof HttpFailure) || error.kind !== 'invalid_input') throw error;
    return await askForAccounts(service, token, appSecretProof(token, appSecret));
  }
}

async function askForAccounts(service: TokenService, token: Secret, proof?: Secret): Promise<string[]> {
  const { data } = await service.ask({
    method: 'GET',
    url: `${facebookGraph}/me/accounts`,
    query: {
      fields: 'id,name,instagram_business_account{id,username}',
      limit: 100,
      ...(proof && { appsecret_proof: proof }),
    },
    headers: { authorization: new Secret(`Bearer ${token.reveal()}`) },
    reply: pagesReply,
  });
  return data.flatMap(({ instagram_business_account: account }) => (account ? [account.id] : []));
}

/** With several accounts none is taken unasked: a post on the wrong one cannot be called back. */
function factsOf([first, ...others]: string[]): Record<string, string> {
  return { login: 'facebook', ...(first !== undefined && others.length === 0 && { igUserId: first }) };
}

function endOf(service: TokenService, seconds: number | null | undefined): AccessGrant['expiresAt'] {
  return seconds == null ? undefined : new Date(service.now().getTime() + seconds * 1000);
}
