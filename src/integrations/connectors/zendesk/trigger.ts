import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()])), z.null()]).nullish();

/** What is kept of a trigger: https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/ */
export const triggerSchema = z.object({
  id: z.int(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  active: z.boolean().nullish(),
  actions: z
    .array(z.object({ field: z.string().nullish(), value }))
    .nullish()
    .describe('notification_user sends an e-mail: to whom, subject, text'),
});

export const triggerReply = z.object({ trigger: triggerSchema });
