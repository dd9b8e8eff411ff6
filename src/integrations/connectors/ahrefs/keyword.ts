import { z } from 'zod';

/** https://docs.ahrefs.com/api/reference/keywords-explorer/get-overview */
export const keywordSchema = z.object({
  keyword: z.string(),
  volume: z.number().nullish().describe('Searches a month'),
  difficulty: z.number().nullish().describe('0 to 100'),
  cpc: z.number().nullish().describe('US cents'),
  traffic_potential: z.number().nullish().describe('Visits a month of the page that ranks first'),
  parent_topic: z.string().nullish(),
  global_volume: z.number().nullish(),
  intents: z
    .object({
      informational: z.boolean().nullish(),
      navigational: z.boolean().nullish(),
      commercial: z.boolean().nullish(),
      transactional: z.boolean().nullish(),
      branded: z.boolean().nullish(),
      local: z.boolean().nullish(),
    })
    .nullish(),
});

export const keywordsReply = z.object({ keywords: z.array(keywordSchema).nullish() });

/** Ahrefs splits the list at its commas. */
export const keywordInput = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^,]+$/);
