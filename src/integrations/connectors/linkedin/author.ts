import { z } from 'zod';
import type { VendorClient } from '../../core/vendor-client.js';
import { memberOf } from './member.js';
import { organizationIdOf, organizationIdSchema, organizationUrn } from './organization.js';

/** In whose name something is written. */
export const authorInput = {
  as: z
    .enum(['member', 'page'])
    .default('member')
    .describe('page: needs the Community Management API and a role on the page'),
  organizationId: organizationIdSchema,
};

/** The URN of the author: the member who signed in, or a page. */
export async function authorOf(
  client: VendorClient,
  { as, organizationId }: { as: 'member' | 'page'; organizationId?: string | undefined },
): Promise<string> {
  if (as === 'page') return organizationUrn(organizationIdOf(client, organizationId));
  return (await memberOf(client)).urn;
}
