import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';

const self = z.object({
  user: z.object({
    id: z.number(),
    email: z.string().nullish(),
    name: z.string().nullish(),
    role: z.string().nullish(),
  }),
});

/** https://developer.zendesk.com/api-reference/ticketing/users/users/#show-self */
export async function verifyZendesk(client: VendorClient): Promise<VerifiedAccount> {
  const { user } = await client.get('/users/me', { reply: self });
  const accountName = `${client.settings.text('subdomain')} (${user.email ?? user.name ?? user.id})`;
  const missing = user.role === 'end-user' ? ['agent role'] : [];
  return { accountName, missing };
}
