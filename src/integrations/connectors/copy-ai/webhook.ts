import { z } from 'zod';

/** https://docs.copy.ai/reference/register-webhook */
export const webhookSchema = z.object({
  id: z.string(),
  url: z.string().nullish(),
  eventType: z.string().nullish(),
  workflowId: z.string().nullish().describe('Null: of all workflows'),
});
