import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { sitesReply } from './site.js';

/**
 * An account that nobody added to a property is let in all the same, and sees an empty list.
 * https://developers.google.com/webmaster-tools/v1/sites/list
 */
export async function verifyGoogleSearchConsole(client: VendorClient): Promise<VerifiedAccount> {
  const { siteEntry } = await client.get('/webmasters/v3/sites', { reply: sitesReply });
  const siteUrl = client.settings.text('siteUrl');
  const site = siteEntry?.find((each) => each.siteUrl === siteUrl);
  if (!site || /unverified/i.test(site.permissionLevel ?? '')) {
    return { accountName: null, missing: [`siteFullUser: ${siteUrl}`] };
  }
  return { accountName: site.permissionLevel ? `${siteUrl} (${site.permissionLevel})` : siteUrl };
}
