import { z } from 'zod';
import { route } from '../../../kernel/http/index.js';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';

const propertyReply = z.object({ displayName: z.string().nullish() });
const metadataReply = z.object({ name: z.string().nullish() });

/** Both APIs have to be enabled in the cloud project; neither request costs tokens of the property's quota. */
export async function verifyGoogleAnalytics(client: VendorClient): Promise<VerifiedAccount> {
  const propertyId = client.settings.text('propertyId');
  const { displayName } = await client.get(route`/properties/${propertyId}`, { base: 'admin', reply: propertyReply });
  await client.get(route`/properties/${propertyId}/metadata`, { reply: metadataReply });
  return { accountName: displayName ? `${displayName} (${propertyId})` : propertyId };
}
