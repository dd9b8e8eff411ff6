import type { Secret } from '../../../kernel/config/index.js';
import type { AccessGrant } from '../../core/access-grant.js';
import type { Sign } from '../../core/auth-mode.js';
import type { CredentialValues } from '../../core/credential-values.js';
import { accountPaths } from './api.js';
import { NoAdsAccount, NoTikTokAccount } from './tiktok.errors.js';

type TokenOf = (values: CredentialValues, grant: AccessGrant | undefined) => Secret | undefined;

/** Each request carries the token of the API that it goes to: https://business-api.tiktok.com/portal/docs?id=1738373164380162 */
export function tikTokSign({ account, ads }: { account?: TokenOf; ads: TokenOf }): Sign {
  return (values, grant, { method, url }) => {
    if (!url.pathname.startsWith(accountPaths)) {
      const token = ads(values, grant);
      if (!token) throw new NoAdsAccount();
      return { headers: { 'access-token': token } };
    }
    const token = account?.(values, grant);
    const businessId = grant?.facts?.businessId;
    if (!token || businessId === undefined) throw new NoTikTokAccount();
    // Only what reads has the account in its query; what writes has it in its body.
    return { headers: { 'access-token': token }, ...(method === 'GET' && { query: { business_id: businessId } }) };
  };
}
