import { z } from 'zod';

/** https://www.twilio.com/docs/sendgrid/api-reference/single-sends */
export const singleSendSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  status: z.string().nullish().describe('draft, scheduled or triggered (sent)'),
  send_at: z.string().nullish(),
  categories: z.array(z.string()).nullish(),
  is_abtest: z.boolean().nullish(),
  updated_at: z.string().nullish(),
});

export const singleSendId = z.guid().describe('id of list_single_sends');
