import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { actingRights, isOwnToken, pageTokenReply } from './page-client.js';

const pageReply = pageTokenReply.extend({ name: z.string() });
const adAccountReply = z.object({ account_status: z.int().nullish() });
const activeAdAccount = 1;

/** The Page by its name, whether the token may act for it, and whether the ad account works. */
export async function verifyFacebook(client: VendorClient): Promise<VerifiedAccount> {
  const page = await client.get('/', { base: 'page', query: { fields: 'id,name,access_token' }, reply: pageReply });
  const actsForPage = page.access_token != null || (await isOwnToken(client, page.id));
  const missing = actsForPage ? [] : actingRights;
  return { accountName: page.name, missing: [...missing, ...(await faultOfAds(client))] };
}

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account#fields */
async function faultOfAds(client: VendorClient): Promise<string[]> {
  if (client.settings.optionalText('adAccountId') === undefined) return [];
  const query = { fields: 'id,name,account_status,currency' };
  const { account_status: status } = await client.get('/', { base: 'ads', query, reply: adAccountReply });
  return status == null || status === activeAdAccount ? [] : [`account_status ${activeAdAccount} (${status})`];
}
