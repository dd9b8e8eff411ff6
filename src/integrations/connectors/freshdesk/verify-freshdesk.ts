import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';

const agentReply = z.object({ id: z.number(), contact: z.object({ email: z.string().nullish() }).nullish() });

/** https://developers.freshdesk.com/api/#me */
export async function verifyFreshdesk(client: VendorClient): Promise<VerifiedAccount> {
  const agent = await client.get('/agents/me', { reply: agentReply });
  return { accountName: `${client.settings.text('subdomain')} (${agent.contact?.email ?? agent.id})` };
}
