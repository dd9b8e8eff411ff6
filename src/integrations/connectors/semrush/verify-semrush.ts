import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { apiUnitsLeft } from './api-units.js';
import { listPage } from './projects.js';

/** Each key by a request of its own version. Semrush tells with neither whose account it is. */
export async function verifySemrush(client: VendorClient): Promise<VerifiedAccount> {
  const units = await apiUnitsLeft(client);
  if (client.secret('apiKeyV4')) await listPage(client, { limit: 1 });
  return { accountName: null, ...(units <= 0 && { missing: ['API units'] }) };
}
