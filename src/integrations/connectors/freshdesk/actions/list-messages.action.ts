import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { nextPageOf } from '../../../core/link-header.js';
import { pageCursor } from '../page.js';
import { messageSchema } from '../ticket.js';

export const listMessages = defineAction({
  key: 'list_messages',
  effect: 'READ',
  description: {
    en: 'Lists all replies and notes of a ticket, the oldest first. The first message stands in the ticket itself.',
    fr: 'Liste toutes les réponses et notes d’un ticket, les plus anciennes d’abord. Le premier message se trouve dans le ticket lui-même.',
  },
  input: z.object({
    ticketId: z.int().positive(),
    limit: z.int().min(1).max(100).default(30),
    cursor: pageCursor,
  }),
  output: z.object({ items: z.array(messageSchema), nextCursor: z.string().nullable() }),
  async run(client, { ticketId, limit, cursor = '1' }) {
    const { body, headers } = await client.call('GET', route`/tickets/${ticketId}/conversations`, {
      query: { per_page: limit, page: cursor },
      reply: z.array(messageSchema),
    });
    return { items: body, nextCursor: nextPageOf(headers)?.searchParams.get('page') ?? null };
  },
});
