import { z } from 'zod';
import type { GrantSource } from '../../core/access-grant.js';
import { facebookLogin } from '../../families/meta/facebook-login.js';
import { onlyOne, reachedAccounts } from '../../families/meta/reached-accounts.js';
import { AccountNotChosen } from './account-not-chosen.js';

export const facebookScopes = [
  'instagram_basic',
  'instagram_content_publish',
  'instagram_manage_comments',
  'instagram_manage_insights',
  'pages_show_list',
  'pages_read_engagement',
  'business_management',
];

const page = z
  .object({ instagram_business_account: z.object({ id: z.string() }).nullish() })
  .transform(({ instagram_business_account: account }) => account?.id);

/** The professional accounts that the Pages of the token are linked to. */
const reading = { fields: 'id,name,instagram_business_account{id,username}', page };

/** The token of a system user, which does not end: https://developers.facebook.com/docs/business-management-apis/system-users */
export function pastedFacebookToken(field: string): GrantSource {
  return {
    obtain: async (service, values) => {
      const token = values.secret(field);
      const accounts = await reachedAccounts(service, {
        reading,
        token,
        appSecret: values.optionalSecret('appSecret'),
      });
      const wanted = values.optionalText('igUserId');
      if (wanted === undefined && accounts.length !== 1) throw new AccountNotChosen(accounts.length);
      return { accessToken: token, facts: factsOf(accounts) };
    },
  };
}

/** https://developers.facebook.com/docs/instagram-platform/instagram-api-with-facebook-login */
export const linkedAccountLogin = facebookLogin({ scopes: facebookScopes, reading, factsOf });

function factsOf(accounts: readonly string[]): Record<string, string> {
  const igUserId = onlyOne(accounts);
  return { login: 'facebook', ...(igUserId !== undefined && { igUserId }) };
}
