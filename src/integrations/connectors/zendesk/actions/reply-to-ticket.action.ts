import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { commentTicket } from '../comment-ticket.js';
import { ticketSchema } from '../ticket.js';

export const replyToTicket = defineAction({
  key: 'reply_to_ticket',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Answers the requester of a ticket with a public comment, which is sent to them. A conflict means that the ticket changed meanwhile: read it again before answering. A closed ticket cannot be answered.',
    fr: 'Répond au demandeur d’un ticket par un commentaire public, qui lui est envoyé. Un conflit signifie que le ticket a changé entre-temps : relisez-le avant de répondre. Un ticket clos ne peut pas recevoir de réponse.',
  },
  input: z.object({
    ticketId: z.int().positive(),
    body: z.string().min(1).describe('Plain text'),
    status: z.enum(['open', 'pending', 'hold', 'solved']).optional().describe('Set together with the answer'),
  }),
  output: ticketSchema,
  run: (client, { ticketId, body, status }) =>
    commentTicket(client, ticketId, { comment: { body, public: true }, status }),
});
