import { z } from 'zod';
import { RightsMissing, route } from '../../../kernel/http/index.js';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { apiVersion } from './hubspot-version.js';

const details = z.object({ portalId: z.int(), accountType: z.string().nullish() });

/** Account details are free of scopes for apps, and so prove none: contacts, which both agents work with, are tried too. */
export async function verifyHubspot(client: VendorClient): Promise<VerifiedAccount> {
  const accountName = await nameOf(client);
  await client.post(route`/crm/objects/${apiVersion}/contacts/search`, {
    json: { limit: 1 },
    reply: z.object({ total: z.int() }),
    readOnly: true,
  });
  return { accountName };
}

async function nameOf(client: VendorClient): Promise<string | null> {
  try {
    const account = await client.get(route`/account-info/${apiVersion}/details`, { reply: details });
    const kind = account.accountType && account.accountType !== 'STANDARD' ? ` (${account.accountType})` : '';
    return `HubSpot ${account.portalId}${kind}`;
  } catch (error) {
    if (error instanceof RightsMissing) return null;
    throw error;
  }
}
