import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';

const assistants = z.array(z.object({ id: z.string() }));

/** No request tells what the account is called, so one assistant at most is asked for: https://docs.vapi.ai/api-reference/assistants/list */
export async function verifyVapi(client: VendorClient): Promise<VerifiedAccount> {
  await client.get('/assistant', { query: { limit: 1 }, reply: assistants });
  return { accountName: null };
}
