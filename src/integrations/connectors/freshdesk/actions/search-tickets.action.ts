import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { pageCursor } from '../page.js';
import { searchPage } from '../search.js';
import { ticketSchema } from '../ticket.js';

export const searchTickets = defineAction({
  key: 'search_tickets',
  effect: 'READ',
  description: {
    en: 'Finds tickets by Freshdesk’s query language, 30 a page and at most 300 in all. Changes are found after a few minutes; archived tickets never are.',
    fr: 'Cherche des tickets avec le langage de requête de Freshdesk, 30 par page et 300 au plus en tout. Les changements se trouvent après quelques minutes ; les tickets archivés, jamais.',
  },
  input: z.object({
    query: z
      .string()
      .min(1)
      .max(510)
      .regex(/^[^"]*$/)
      .describe(
        "For example status:2 AND (priority:3 OR priority:4) AND created_at:>'2026-11-01'. Fields: status, priority, agent_id, group_id, type, tag, created_at, updated_at, due_by, fr_due_by (dates YYYY-MM-DD), and the account’s own cf_ fields; null for none. No double quotes.",
      ),
    cursor: pageCursor,
  }),
  output: z.object({ items: z.array(ticketSchema), total: z.int(), nextCursor: z.string().nullable() }),
  run: (client, { query, cursor }) => searchPage(client, query, cursor),
});
