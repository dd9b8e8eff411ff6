import { z } from 'zod';

/** What is kept of a ticket: https://developers.freshdesk.com/api/#tickets */
export const ticketSchema = z.object({
  id: z.int(),
  subject: z.string().nullish(),
  status: z.int().describe('2 open, 3 pending, 4 resolved, 5 closed; from 6 the account’s own'),
  priority: z.int().describe('1 low, 2 medium, 3 high, 4 urgent'),
  source: z.int().describe('1 e-mail, 2 portal, 3 phone, 7 chat, 9 feedback widget, 10 outbound e-mail'),
  type: z.string().nullish(),
  requester_id: z.number().nullish(),
  responder_id: z.number().nullish().describe('The agent it is assigned to'),
  group_id: z.number().nullish(),
  due_by: z.string().nullish().describe('When it has to be resolved'),
  fr_due_by: z.string().nullish().describe('When the first answer is due'),
  nr_due_by: z.string().nullish().describe('When the next answer is due'),
  is_escalated: z.boolean().nullish(),
  fr_escalated: z.boolean().nullish().describe('The first answer was late'),
  nr_escalated: z.boolean().nullish().describe('A later answer was late'),
  tags: z.array(z.string()).nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
});

/** One message of a ticket: https://developers.freshdesk.com/api/#conversations */
export const messageSchema = z.object({
  id: z.int(),
  body_text: z.string().nullish(),
  incoming: z.boolean().nullish().describe('Written by the customer'),
  private: z.boolean().nullish().describe('Seen by agents only'),
  created_at: z.string().nullish(),
});

/** By the name of the field, which begins with cf_. */
export const customFields = z
  .record(z.string().regex(/^cf_/), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .optional()
  .describe('By field name, which begins with cf_; dates as YYYY-MM-DD');

/** What an action lets choose of a ticket's state, under Freshdesk's own names. */
export const ticketStatus = z
  .int()
  .min(2)
  .describe('2 open, 3 pending, 4 resolved, 5 closed; from 6 the account’s own');
export const ticketPriority = z.int().min(1).max(4).describe('1 low, 2 medium, 3 high, 4 urgent');
