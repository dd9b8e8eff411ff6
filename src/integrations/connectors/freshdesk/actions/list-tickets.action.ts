import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextPageOf } from '../../../core/link-header.js';
import { pageCursor } from '../page.js';
import { ticketSchema } from '../ticket.js';

export const listTickets = defineAction({
  key: 'list_tickets',
  effect: 'READ',
  description: {
    en: 'Lists tickets, the newest first. Without updatedSince only those of the last 30 days. The smallest plan takes 20 such requests a minute.',
    fr: 'Liste les tickets, les plus récents d’abord. Sans updatedSince, seulement ceux des 30 derniers jours. La plus petite offre accepte 20 requêtes de ce type par minute.',
  },
  input: z.object({
    filter: z.enum(['new_and_my_open', 'watching', 'spam', 'deleted']).optional(),
    email: z.email().optional().describe('Of the requester'),
    requesterId: z.int().positive().optional(),
    updatedSince: z.iso.datetime().optional(),
    orderBy: z.enum(['created_at', 'due_by', 'updated_at', 'status']).optional(),
    orderType: z.enum(['asc', 'desc']).optional().describe('Default desc'),
    limit: z.int().min(1).max(100).default(30),
    cursor: pageCursor,
  }),
  output: z.object({ items: z.array(ticketSchema), nextCursor: z.string().nullable() }),
  async run(client, { filter, email, requesterId, updatedSince, orderBy, orderType, limit, cursor = '1' }) {
    const { body, headers } = await client.call('GET', '/tickets', {
      query: {
        filter,
        email,
        requester_id: requesterId,
        updated_since: updatedSince,
        order_by: orderBy,
        order_type: orderType,
        per_page: limit,
        page: cursor,
      },
      reply: z.array(ticketSchema),
    });
    return { items: body, nextCursor: nextPageOf(headers)?.searchParams.get('page') ?? null };
  },
});
