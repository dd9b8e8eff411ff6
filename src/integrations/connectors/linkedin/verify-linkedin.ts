import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { memberOf } from './member.js';
import { memberRoles } from './member-roles.js';
import { organizationIdOf, organizationUrn } from './organization.js';

/** Who signed in and, where a page was entered, whether that member has a role on it. */
export async function verifyLinkedIn(client: VendorClient): Promise<VerifiedAccount> {
  const member = await memberOf(client);
  const accountName = member.name ?? member.urn;
  if (!client.settings.optionalText('organizationId')) return { accountName };
  const page = organizationUrn(organizationIdOf(client, undefined));
  const { elements } = await memberRoles(client, { count: 100 });
  const hasRole = elements.some(({ organization }) => organization === page);
  return { accountName: `${accountName} (${page})`, missing: hasRole ? [] : [`ADMINISTRATOR: ${page}`] };
}
