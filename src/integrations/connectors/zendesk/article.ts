import { z } from 'zod';

/** `fr`, `en-us`; the help centre’s languages are set in its own administration. */
export const locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/)
  .describe('Language of the help centre, such as fr or en-us');

/** The text of an article in one language: https://developer.zendesk.com/api-reference/help_center/help-center-api/translations/ */
export const translationReply = z.object({
  translation: z.object({
    source_id: z.int().describe('Id of the article'),
    locale: z.string().nullish(),
    title: z.string().nullish(),
    draft: z.boolean().nullish(),
    html_url: z.string().nullish(),
    updated_at: z.string().nullish(),
  }),
});
