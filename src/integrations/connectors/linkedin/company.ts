import { z } from 'zod';
import { organizationUrl } from './organization.js';

const text = z.string().nullish();

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api */
export const companyReply = z.object({
  id: z.number().nullish(),
  localizedName: text,
  vanityName: text,
  localizedWebsite: text,
  primaryOrganizationType: text,
  locations: z
    .array(
      z.object({
        locationType: text,
        staffCountRange: text,
        address: z.object({ city: text, postalCode: text, country: text }).nullish(),
      }),
    )
    .nullish(),
});

export const companySchema = companyReply.extend({ id: z.number(), url: z.string() });

/** What has no number is no company that anything else could be asked about. */
export function toCompanies(company: z.output<typeof companyReply>): z.input<typeof companySchema>[] {
  const { id, vanityName } = company;
  return id == null ? [] : [{ ...company, id, url: organizationUrl(vanityName ?? id) }];
}
