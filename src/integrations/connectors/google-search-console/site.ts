import { z } from 'zod';

/** https://developers.google.com/webmaster-tools/v1/sites#resource-representations */
export const siteSchema = z.object({
  siteUrl: z.string(),
  permissionLevel: z
    .string()
    .nullish()
    .describe('siteOwner, siteFullUser, siteRestrictedUser, siteUnverifiedUser (sees nothing)'),
});

export const sitesReply = z.object({ siteEntry: z.array(siteSchema).nullish() });
