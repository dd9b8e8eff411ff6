import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { listReply } from './list-reply.js';

/** Spends no credits; Jasper tells no name of the workspace. */
export async function verifyJasper(client: VendorClient): Promise<VerifiedAccount> {
  await client.get('/tones', { query: { size: 1 }, reply: listReply(z.object({ name: z.string().nullish() })) });
  return { accountName: null };
}
