import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { cursorPage, nextAfter, pageCursor } from '../page.js';
import { commentSchema } from '../ticket.js';

const commentsReply = cursorPage.extend({ comments: z.array(commentSchema) });

export const listComments = defineAction({
  key: 'list_comments',
  effect: 'READ',
  description: {
    en: 'Lists the comments and internal notes of a ticket, the oldest first unless newestFirst.',
    fr: 'Liste les commentaires et notes internes d’un ticket, les plus anciens d’abord sauf newestFirst.',
  },
  input: z.object({
    ticketId: z.int().positive(),
    newestFirst: z.boolean().default(false),
    limit: z.int().min(1).max(100).default(25),
    cursor: pageCursor,
  }),
  output: z.object({ items: z.array(commentSchema), nextCursor: z.string().nullable() }),
  async run(client, { ticketId, newestFirst, limit, cursor }) {
    const page = await client.get(route`/tickets/${ticketId}/comments`, {
      query: { 'page[size]': limit, 'page[after]': cursor, sort: newestFirst ? '-created_at' : undefined },
      reply: commentsReply,
    });
    return { items: page.comments, nextCursor: nextAfter(page) };
  },
});
