import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { asZendesk, ticketFields, ticketReply, ticketSchema } from '../ticket.js';

export const createTicket = defineAction({
  key: 'create_ticket',
  effect: 'WRITE',
  description: {
    en: 'Creates a ticket for a requester. The account’s triggers usually write to the requester then. The same ticket asked for again within two hours is not made twice: the first one comes back, with alreadyCreated.',
    fr: 'Crée un ticket pour un demandeur. Les déclencheurs du compte écrivent alors en général au demandeur. Le même ticket demandé à nouveau dans les deux heures n’est pas créé deux fois : le premier est renvoyé, avec alreadyCreated.',
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
      message: 'Give requesterId or requesterEmail.',
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
    // Zendesk honours the key for this request alone, and only while the body stays the same, so the body makes the key:
    // https://developer.zendesk.com/api-reference/ticketing/introduction/#idempotency
    const key = createHash('sha256').update(JSON.stringify(json)).digest('hex');
    const reply = await client.call('POST', '/tickets', {
      json,
      headers: { 'idempotency-key': key },
      reply: ticketReply,
    });
    return { ...reply.body.ticket, alreadyCreated: reply.headers['x-idempotency-lookup'] === 'hit' };
  },
});
