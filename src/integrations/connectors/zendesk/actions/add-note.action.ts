import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { commentTicket } from '../comment-ticket.js';
import { ticketSchema } from '../ticket.js';

export const addNote = defineAction({
  key: 'add_note',
  effect: 'WRITE',
  description: {
    en: 'Adds an internal note to a ticket, for agents only. To write to the requester use reply_to_ticket.',
    fr: 'Ajoute à un ticket une note interne, pour les agents seulement. Pour écrire au demandeur, utilisez reply_to_ticket.',
  },
  input: z.object({ ticketId: z.int().positive(), body: z.string().min(1).describe('Plain text') }),
  output: ticketSchema,
  // Never left to the vendor's default, which is public.
  run: (client, { ticketId, body }) => commentTicket(client, ticketId, { comment: { body, public: false } }),
});
