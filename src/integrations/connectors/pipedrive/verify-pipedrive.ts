import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';

const userReply = z.object({
  data: z.object({ id: z.int(), name: z.string().nullish(), company_name: z.string().nullish() }),
});

/** https://developers.pipedrive.com/docs/api/v1/Users#getCurrentUser: 2 of the day's tokens. */
export async function verifyPipedrive(client: VendorClient): Promise<VerifiedAccount> {
  const { data } = await client.get('/users/me', { base: 'v1', reply: userReply });
  return { accountName: `${data.company_name ?? 'Pipedrive'} (${data.name ?? data.id})` };
}
