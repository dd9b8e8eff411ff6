import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';

const root = z.object({
  account_id: z.string().nullish(),
  account_name: z.string().nullish(),
  email: z.string().nullish(),
});

/** https://mailchimp.com/developer/marketing/api/root/list-api-root-resources/ */
export async function verifyMailchimp(client: VendorClient): Promise<VerifiedAccount> {
  const account = await client.get('/', { query: { fields: 'account_id,account_name,email' }, reply: root });
  const name = account.account_name ?? account.account_id ?? null;
  return { accountName: name && account.email ? `${name} (${account.email})` : name };
}
