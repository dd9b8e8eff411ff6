import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { memberOf } from './member.js';
import { organizationIdOf, organizationUrn } from './organization.js';

const rolesReply = z.object({ elements: z.array(z.object({ organization: z.string().nullish() })) });

/** Who signed in and, where a page was entered, whether that member has a role on it. */
export async function verifyLinkedIn(client: VendorClient): Promise<VerifiedAccount> {
  const member = await memberOf(client);
  const accountName = member.name ?? member.urn;
  if (!client.settings.optionalText('organizationId')) return { accountName };
  const page = organizationUrn(organizationIdOf(client, undefined));
  // https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-access-control-by-role
  const { elements } = await client.get('/organizationAcls', {
    query: { q: 'roleAssignee', state: 'APPROVED', count: 100 },
    reply: rolesReply,
  });
  const hasRole = elements.some(({ organization }) => organization === page);
  return { accountName: `${accountName} (${page})`, missing: hasRole ? [] : [`ADMINISTRATOR: ${page}`] };
}
