import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextNumber, numberedPage, pageNumber } from '../page.js';
import { ticketSchema } from '../ticket.js';

const mostFound = 1000;

const found = numberedPage.extend({ results: z.array(ticketSchema), count: z.int().nullish() });

export const searchTickets = defineAction({
  key: 'search_tickets',
  effect: 'READ',
  description: {
    en: 'Finds tickets by Zendesk’s search language, at most the first 1,000. Changes are found after a few minutes; comments are not returned.',
    fr: 'Cherche des tickets avec le langage de recherche de Zendesk, les 1 000 premiers au plus. Les changements se trouvent après quelques minutes ; les commentaires ne sont pas renvoyés.',
  },
  input: z.object({
    query: z
      .string()
      .max(500)
      .default('')
      .describe(
        'For example status<solved priority:urgent requester:lea@client.example created>2026-11-01 tags:vip. The same word twice means or. Empty for all tickets',
      ),
    sortBy: z.enum(['updated_at', 'created_at', 'priority', 'status']).optional().describe('Default by relevance'),
    sortOrder: z.enum(['asc', 'desc']).optional(),
    limit: z.int().min(1).max(100).default(25),
    cursor: pageNumber,
  }),
  output: z.object({ items: z.array(ticketSchema), total: z.int().nullable(), nextCursor: z.string().nullable() }),
  async run(client, { query, sortBy, sortOrder, limit, cursor }) {
    const page = await client.get('/search', {
      query: {
        query: `type:ticket ${query}`.trim(),
        sort_by: sortBy,
        sort_order: sortOrder,
        per_page: limit,
        page: cursor,
      },
      reply: found,
    });
    const next = nextNumber(page);
    const goesOn = next !== null && Number(next) * limit <= mostFound;
    return { items: page.results, total: page.count ?? null, nextCursor: goesOn ? next : null };
  },
});
