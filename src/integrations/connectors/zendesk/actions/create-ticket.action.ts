import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { asZendesk, ticketFields, ticketReply, ticketSchema } from '../ticket.js';

export const createTicket = defineAction({
  key: 'create_ticket',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Creates a ticket for a requester. The account’s triggers usually send the requester an e-mail then, which cannot be called back. Asked for again with the same idempotency key within about two hours, it is not made twice: the first one comes back, with alreadyCreated. Without a key, search before trying again.',
    fr: 'Crée un ticket pour un demandeur. Les déclencheurs du compte envoient alors en général un e-mail au demandeur, qui ne peut être rappelé. Demandé à nouveau avec la même clé d’idempotence dans les deux heures environ, il n’est pas créé deux fois : le premier est renvoyé, avec alreadyCreated. Sans clé, cherchez avant de réessayer.',
  },
  input: z
    .object({
      subject: z.string().min(1).max(255),
      body: z.string().min(1).describe('The first comment, plain text'),
      public: z.boolean().default(true).describe('Whether the requester sees the first comment'),
      requesterId: z.int().positive().optional(),
      requesterEmail: z.email().optional().describe('An unknown one becomes a user; needs requesterName then'),
      requesterName: z.string().min(1).max(255).optional(),
      followUpOf: z.int().positive().optional().describe('Id of a closed ticket, which cannot be changed itself'),
      ...ticketFields,
    })
    .refine(({ requesterId, requesterEmail }) => requesterId ?? requesterEmail, {
      message: 'Give requesterId or requesterEmail. | Donnez requesterId ou requesterEmail.',
      path: ['requesterEmail'],
    }),
  output: ticketSchema.extend({ alreadyCreated: z.boolean() }),
  async run(client, input) {
    const {
      subject,
      body,
      public: isPublic,
      requesterId,
      requesterEmail,
      requesterName,
      followUpOf,
      ...fields
    } = input;
    const json = {
      ticket: {
        subject,
        comment: { body, public: isPublic },
        requester_id: requesterId,
        requester: requesterEmail === undefined ? undefined : { email: requesterEmail, name: requesterName },
        via_followup_source_id: followUpOf,
        ...asZendesk(fields),
      },
    };
    // The caller's key, and none where there is none: one made from the content would swallow a ticket that is meant to be
    // there twice, such as the same alert an hour later. Zendesk takes a key for this request alone:
    // https://developer.zendesk.com/api-reference/ticketing/introduction/#idempotency
    const reply = await client.call('POST', '/tickets', {
      json,
      idempotencyHeader: 'idempotency-key',
      reply: ticketReply,
    });
    return { ...reply.body.ticket, alreadyCreated: reply.headers['x-idempotency-lookup'] === 'hit' };
  },
});
