import { z } from 'zod';
import type { VendorClient } from '../../core/vendor-client.js';
import { organizationIdOf, organizationIdSchema, organizationUrn } from './organization.js';
import type { RestliValue } from './restli.js';

/** Whose forms: an ad account's, or a page's. */
export const leadOwnerInput = {
  adAccountId: z
    .string()
    .regex(/^\d{1,12}$/)
    .optional()
    .describe('Number of the ad account; without it the page’s own forms'),
  organizationId: organizationIdSchema,
};

/** `owner` of the lead finders: https://learn.microsoft.com/en-us/linkedin/marketing/lead-sync/leadsync */
export function leadOwner(
  client: VendorClient,
  { adAccountId, organizationId }: { adAccountId?: string | undefined; organizationId?: string | undefined },
): RestliValue {
  if (adAccountId !== undefined) return { sponsoredAccount: `urn:li:sponsoredAccount:${adAccountId}` };
  return { organization: organizationUrn(organizationIdOf(client, organizationId)) };
}
