import { CredentialRejected, RightsMissing } from '../../../kernel/http/index.js';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { dashboards, otherRegion, regionOf, WrongRegion } from './amplitude-region.js';
import { eventListReply } from './event-list.js';

/**
 * https://amplitude.com/docs/apis/analytics/dashboard-rest#get-events-list. Nothing tells the account's name.
 *
 * @throws WrongRegion when the keys work in the other region.
 */
export async function verifyAmplitude(client: VendorClient): Promise<VerifiedAccount> {
  const appId = client.settings.optionalText('appId');
  try {
    await client.get('/api/2/events/list', { reply: eventListReply });
  } catch (error) {
    const refused = error instanceof CredentialRejected || error instanceof RightsMissing;
    const other = otherRegion(regionOf(client.settings));
    if (refused && (await worksIn(client, other))) throw new WrongRegion(other);
    throw error;
  }
  return { accountName: appId === undefined ? null : `Amplitude ${appId}` };
}

async function worksIn(client: VendorClient, region: 'us' | 'eu'): Promise<boolean> {
  const asked = client.get(`${dashboards[region]}/api/2/events/list`, { reply: eventListReply });
  // Only a yes counts here; the first refusal is the one that is told.
  return asked.then(
    () => true,
    () => false,
  );
}
