import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { messageSchema } from '../ticket.js';

export const addNote = defineAction({
  key: 'add_note',
  effect: 'WRITE',
  description: {
    en: 'Adds a private note to a ticket, for agents only. To write to the customer use reply_to_ticket.',
    fr: 'Ajoute à un ticket une note privée, pour les agents seulement. Pour écrire au client, utilisez reply_to_ticket.',
  },
  input: z.object({ ticketId: z.int().positive(), body: z.string().min(1).describe('HTML') }),
  output: messageSchema,
  run: (client, { ticketId, body }) =>
    client.post(route`/tickets/${ticketId}/notes`, {
      // Never left to the vendor's default: a public note is seen by the customer.
      json: { body, private: true },
      reply: messageSchema,
    }),
});
