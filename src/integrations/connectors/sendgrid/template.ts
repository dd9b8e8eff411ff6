import { z } from 'zod';

/** What lists tell of a version as well as the template itself does. */
export const versionSchema = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  subject: z.string().nullish(),
  active: z.number().nullish().describe('1 for the one that is sent'),
});

/** https://www.twilio.com/docs/sendgrid/api-reference/transactional-templates */
export const templateSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  generation: z.string().nullish(),
  updated_at: z.string().nullish(),
  versions: z.array(versionSchema.extend({ updated_at: z.string().nullish() })).nullish(),
});
