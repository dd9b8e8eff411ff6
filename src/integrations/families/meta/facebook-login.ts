import { z } from 'zod';
import { Secret } from '../../../kernel/config/index.js';
import type { ClientApplication, GrantSource, TokenService } from '../../core/access-grant.js';
import { dialogUrl } from './dialog-url.js';
import { facebookGraph, graphVersion } from './graph.js';
import { reachedAccounts, type AccountReading } from './reached-accounts.js';

const tokenReply = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().nullish(),
});

interface FacebookLogin {
  scopes: readonly string[];
  reading: AccountReading;
  /** What later requests need of the accounts that the token reaches. */
  factsOf(accounts: readonly string[]): Record<string, string>;
}

/** Tokens of 60 days that cannot be renewed: https://developers.facebook.com/docs/facebook-login/guides/access-tokens */
export function facebookLogin({ scopes, reading, factsOf }: FacebookLogin): GrantSource {
  return {
    authorization: {
      url: (_values, start) => dialogUrl(`https://www.facebook.com/${graphVersion}/dialog/oauth`, scopes, start),
      redeem: async (service, application, { code, redirectUri }) => {
        const short = await ask(service, application, { redirect_uri: redirectUri, code: new Secret(code) });
        const long = await ask(service, application, {
          grant_type: 'fb_exchange_token',
          fb_exchange_token: new Secret(short.access_token),
        });
        const accessToken = new Secret(long.access_token);
        const seconds = long.expires_in;
        const expiresAt = seconds == null ? undefined : new Date(service.now().getTime() + seconds * 1000);
        const reach = { reading, token: accessToken, appSecret: application.clientSecret };
        return { accessToken, expiresAt, facts: factsOf(await reachedAccounts(service, reach)) };
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
