import { z } from 'zod';

/** What is kept of an article: https://developers.freshdesk.com/api/#solution_article_attributes */
export const articleSchema = z.object({
  id: z.int(),
  title: z.string().nullish(),
  description_text: z.string().nullish().describe('The article as plain text'),
  status: z.int().nullish().describe('1 draft, 2 published'),
  folder_id: z.number().nullish(),
  category_id: z.number().nullish(),
  hits: z.number().nullish().describe('Views'),
  thumbs_up: z.number().nullish(),
  thumbs_down: z.number().nullish(),
  tags: z.array(z.string()).nullish(),
  updated_at: z.string().nullish(),
});
