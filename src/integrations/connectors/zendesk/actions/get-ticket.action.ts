import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { numberedPage } from '../page.js';
import { commentSchema, ticketReply, ticketSchema } from '../ticket.js';

const commentsReply = numberedPage.extend({ comments: z.array(commentSchema) });

export const getTicket = defineAction({
  key: 'get_ticket',
  effect: 'READ',
  description: {
    en: 'Reads one ticket with its first 100 comments, the oldest first. With hasMoreComments, list_comments reads the rest.',
    fr: 'Lit un ticket avec ses 100 premiers commentaires, les plus anciens d’abord. Si hasMoreComments, list_comments lit la suite.',
  },
  input: z.object({ ticketId: z.int().positive() }),
  output: ticketSchema.extend({ comments: z.array(commentSchema), hasMoreComments: z.boolean() }),
  async run(client, { ticketId }) {
    const { ticket } = await client.get(route`/tickets/${ticketId}`, { reply: ticketReply });
    const page = await client.get(route`/tickets/${ticketId}/comments`, { reply: commentsReply });
    return { ...ticket, comments: page.comments, hasMoreComments: typeof page.next_page === 'string' };
  },
});
