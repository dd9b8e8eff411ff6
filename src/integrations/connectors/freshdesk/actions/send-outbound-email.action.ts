import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { ticketPriority, ticketSchema, ticketStatus } from '../ticket.js';

export const sendOutboundEmail = defineAction({
  key: 'send_outbound_email',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Writes first to a customer: sends an e-mail and keeps it as a ticket, closed unless said otherwise. Subject and text cannot be changed later. There is no idempotency key: look for the ticket before trying again.',
    fr: 'Écrit le premier à un client : envoie un e-mail et le garde comme ticket, fermé sauf indication contraire. L’objet et le texte ne peuvent plus être changés. Il n’y a pas de clé d’idempotence : cherchez le ticket avant de réessayer.',
  },
  input: z.object({
    email: z.email().describe('Of the customer; an unknown one becomes a contact'),
    name: z.string().min(1).max(255).optional(),
    subject: z.string().min(1).max(255),
    description: z.string().min(1).describe('HTML'),
    emailConfigId: z.int().positive().describe('The mailbox it is sent from: list_mailboxes'),
    status: ticketStatus.default(5),
    priority: ticketPriority.default(1),
    tags: z.array(z.string()).optional(),
  }),
  output: ticketSchema,
  run: (client, { emailConfigId, ...ticket }) =>
    client.post('/tickets/outbound_email', {
      json: { ...ticket, email_config_id: emailConfigId },
      reply: ticketSchema,
    }),
});
