import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { usageReply } from './usage.js';

/** Free of units: https://docs.ahrefs.com/api/reference/subscription-info/get-limits-and-usage */
export async function verifyAhrefs(client: VendorClient): Promise<VerifiedAccount> {
  const { limits_and_usage: usage } = await client.get('/subscription-info/limits-and-usage', { reply: usageReply });
  const accountName = `Ahrefs ${usage.subscription ?? ''}`.trim();
  const used = [
    [usage.units_usage_workspace, usage.units_limit_workspace],
    [usage.units_usage_api_key, usage.units_limit_api_key],
  ].some(([spent, limit]) => typeof spent === 'number' && typeof limit === 'number' && spent >= limit);
  return used ? { accountName, missing: ['API units'] } : { accountName };
}
