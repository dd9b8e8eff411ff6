import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import { textOf } from '../../core/read-json.js';
import type { VendorClient } from '../../core/vendor-client.js';

const meReply = z.object({
  data: z.object({ name: z.string().nullish(), username: z.string().nullish(), email: z.string().nullish() }),
});

/** https://cal.com/docs/api-reference/v2/me/get-my-profile */
export async function verifyCalCom(client: VendorClient): Promise<VerifiedAccount> {
  const { name, username, email } = (await client.get('/v2/me', { reply: meReply })).data;
  return { accountName: textOf(name) ?? textOf(username) ?? textOf(email) ?? null };
}
