import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { messageSchema, ticketSchema } from '../ticket.js';

const ticketWithConversation = ticketSchema.extend({
  description_text: z.string().nullish(),
  conversations: z.array(messageSchema).nullish(),
});

export const getTicket = defineAction({
  key: 'get_ticket',
  effect: 'READ',
  description: {
    en: 'Reads one ticket with its first ten messages; list_messages reads all of them.',
    fr: 'Lit un ticket avec ses dix premiers messages ; list_messages les lit tous.',
  },
  input: z.object({ ticketId: z.int().positive() }),
  output: ticketWithConversation,
  run: (client, { ticketId }) =>
    client.get(route`/tickets/${ticketId}`, { query: { include: 'conversations' }, reply: ticketWithConversation }),
});
