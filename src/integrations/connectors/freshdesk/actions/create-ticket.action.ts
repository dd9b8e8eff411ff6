import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { customFields, ticketPriority, ticketSchema, ticketStatus } from '../ticket.js';

export const createTicket = defineAction({
  key: 'create_ticket',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Creates a ticket for a requester: by e-mail, by phone with a name, or by contact id. The account’s notifications usually send the requester an e-mail then, which cannot be called back. Freshdesk takes no idempotency key: look for the ticket before trying again.',
    fr: 'Crée un ticket pour un demandeur : par e-mail, par téléphone avec un nom, ou par identifiant de contact. Les notifications du compte envoient alors en général un e-mail au demandeur, qui ne peut être rappelé. Freshdesk n’accepte pas de clé d’idempotence : cherchez le ticket avant de réessayer.',
  },
  input: z
    .object({
      email: z.email().optional().describe('Of the requester; an unknown one becomes a contact'),
      phone: z.string().min(3).max(32).optional().describe('Of the requester; needs name where it is given alone'),
      name: z.string().min(1).max(255).optional(),
      requesterId: z.int().positive().optional().describe('Id of a contact'),
      subject: z.string().min(1).max(255),
      description: z.string().min(1).describe('HTML'),
      status: ticketStatus.default(2),
      priority: ticketPriority.default(1),
      source: z
        .literal([1, 2, 3, 7, 9, 10])
        .default(2)
        .describe('1 e-mail, 2 portal, 3 phone, 7 chat, 9 widget, 10 outbound'),
      type: z.string().min(1).optional().describe('One of the account’s ticket types'),
      groupId: z.int().positive().optional(),
      responderId: z.int().positive().optional().describe('The agent to assign'),
      tags: z.array(z.string()).optional(),
      customFields,
    })
    .refine(({ email, phone, requesterId }) => email ?? phone ?? requesterId, {
      message: 'Give email, phone or requesterId. | Donnez email, phone ou requesterId.',
      path: ['email'],
    }),
  output: ticketSchema,
  run: (client, { requesterId, groupId, responderId, customFields: custom, ...ticket }) =>
    client.post('/tickets', {
      json: {
        ...ticket,
        requester_id: requesterId,
        group_id: groupId,
        responder_id: responderId,
        custom_fields: custom,
      },
      reply: ticketSchema,
    }),
});
