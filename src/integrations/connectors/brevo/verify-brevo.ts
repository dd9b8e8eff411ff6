import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';

const accountReply = z.object({ email: z.string(), companyName: z.string().nullish() });

/** One of the 100 general requests of an hour: https://developers.brevo.com/reference/get-account */
export async function verifyBrevo(client: VendorClient): Promise<VerifiedAccount> {
  const { email, companyName } = await client.get('/account', { reply: accountReply });
  return { accountName: companyName ? `${companyName} (${email})` : email };
}
