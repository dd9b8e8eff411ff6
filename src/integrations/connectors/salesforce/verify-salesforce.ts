import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { queryReply } from './query.js';

const organization = z.object({ Name: z.string().nullish(), IsSandbox: z.boolean().nullish() });

/** One query proves the token, the right to use the API and the org: addresses without records answer anyone. */
export async function verifySalesforce(client: VendorClient): Promise<VerifiedAccount> {
  const q = 'SELECT Id, Name, OrganizationType, IsSandbox FROM Organization LIMIT 1';
  const { records } = await client.get('/query', { query: { q }, reply: queryReply(organization) });
  const org = records?.[0];
  if (!org?.Name) return { accountName: null };
  return { accountName: org.IsSandbox ? `${org.Name} (sandbox)` : org.Name };
}
