import { z } from 'zod';

/** https://amplitude.com/docs/apis/analytics/dashboard-rest#get-events-list */
export const eventListReply = z.object({
  data: z.array(
    z.object({
      value: z.string().describe('The name that queries take'),
      display: z.string().nullish(),
      totals: z.number().nullish().describe('This week'),
      non_active: z.boolean().nullish(),
      hidden: z.boolean().nullish(),
      deleted: z.boolean().nullish(),
    }),
  ),
});
