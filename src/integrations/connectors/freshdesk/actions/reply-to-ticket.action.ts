import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { messageSchema } from '../ticket.js';

export const replyToTicket = defineAction({
  key: 'reply_to_ticket',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Answers the customer of a ticket by e-mail, at once. There is no idempotency key: read the messages of the ticket before trying again. Tickets of the web chat cannot be answered this way.',
    fr: 'Répond aussitôt par e-mail au client d’un ticket. Il n’y a pas de clé d’idempotence : lisez les messages du ticket avant de réessayer. Les tickets du chat web ne peuvent pas recevoir de réponse ainsi.',
  },
  input: z.object({
    ticketId: z.int().positive(),
    body: z.string().min(1).describe('HTML'),
    ccEmails: z.array(z.email()).max(50).optional(),
    bccEmails: z.array(z.email()).max(50).optional(),
  }),
  output: messageSchema,
  run: (client, { ticketId, body, ccEmails, bccEmails }) =>
    client.post(route`/tickets/${ticketId}/reply`, {
      json: { body, cc_emails: ccEmails, bcc_emails: bccEmails },
      reply: messageSchema,
    }),
});
