import { z } from 'zod';
import type { VendorClient } from '../../core/vendor-client.js';
import { pagingReply } from './paging.js';

const rolesReply = z.object({
  elements: z.array(z.object({ organization: z.string(), role: z.string().nullish() })),
  paging: pagingReply,
});

/**
 * The pages on which the member has a role:
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-access-control-by-role
 */
export function memberRoles(
  client: VendorClient,
  { count, start }: { count: number; start?: number },
): Promise<z.output<typeof rolesReply>> {
  return client.get('/organizationAcls', {
    query: { q: 'roleAssignee', state: 'APPROVED', count, start },
    reply: rolesReply,
  });
}
