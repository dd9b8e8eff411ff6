import { z } from 'zod';

/** What is kept of a ticket: https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ */
export const ticketSchema = z.object({
  id: z.int(),
  subject: z.string().nullish(),
  status: z.string().nullish().describe('new, open, pending, hold, solved or closed'),
  priority: z.string().nullish(),
  type: z.string().nullish(),
  requester_id: z.number().nullish(),
  assignee_id: z.number().nullish(),
  group_id: z.number().nullish(),
  tags: z.array(z.string()).nullish(),
  satisfaction_rating: z
    .object({ score: z.string().nullish(), comment: z.string().nullish() })
    .nullish()
    .describe('offered, unoffered, good or bad'),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
});

export const ticketReply = z.object({ ticket: ticketSchema });

/** One comment: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/ */
export const commentSchema = z.object({
  id: z.int(),
  author_id: z.number().nullish(),
  public: z.boolean().nullish().describe('Seen by the requester; false is an internal note'),
  plain_body: z.string().nullish(),
  created_at: z.string().nullish(),
});

/** What actions let set on a ticket, under names of their own. */
export const ticketFields = {
  priority: z.enum(['urgent', 'high', 'normal', 'low']).optional(),
  type: z.enum(['problem', 'incident', 'question', 'task']).optional(),
  assigneeId: z.int().positive().optional().describe('An agent’s user id'),
  groupId: z.int().positive().optional(),
  tags: z.array(z.string().regex(/^\S+$/)).optional().describe('No spaces inside a tag'),
  customFields: z
    .array(z.object({ id: z.int().positive(), value: z.union([z.string(), z.number(), z.boolean(), z.null()]) }))
    .optional(),
};

interface TicketFields {
  priority?: string | undefined;
  type?: string | undefined;
  assigneeId?: number | undefined;
  groupId?: number | undefined;
  tags?: string[] | undefined;
  customFields?: { id: number; value: string | number | boolean | null }[] | undefined;
}

/** The same under Zendesk’s names. */
export function asZendesk({ assigneeId, groupId, customFields, ...others }: TicketFields) {
  return { ...others, assignee_id: assigneeId, group_id: groupId, custom_fields: customFields };
}
