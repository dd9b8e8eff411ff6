import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { authorId } from '../self.js';

const sent = z.object({
  id: z.string(),
  message_type: z.string().nullish(),
  conversation_id: z.string().nullish().describe('Often empty until the customer answers'),
  created_at: z.number().nullish(),
});

export const sendMessage = defineAction({
  key: 'send_message',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Writes first to one customer, in the Messenger or by e-mail. No conversation exists until the customer answers, unless openConversation. A contact made a moment ago may not be known yet. There is no idempotency key. WhatsApp needs approved templates and is not offered here.',
    fr: 'Écrit le premier à un client, dans le Messenger ou par e-mail. Aucune conversation n’existe avant la réponse du client, sauf openConversation. Un contact tout juste créé peut ne pas encore être connu. Il n’y a pas de clé d’idempotence. WhatsApp exige des modèles approuvés et n’est pas proposé ici.',
  },
  input: z
    .object({
      channel: z.enum(['in_app', 'email']),
      contactId: z.string().min(1).max(64).describe('From search_contacts'),
      contactRole: z.enum(['user', 'lead']).describe('role of the contact'),
      subject: z.string().min(1).max(255).optional().describe('For an e-mail'),
      body: z.string().min(1).describe('Text or HTML'),
      template: z.enum(['plain', 'personal']).default('personal').describe('How an e-mail looks'),
      openConversation: z.boolean().default(false).describe('Shows it in the inbox before the customer answers'),
    })
    .refine(({ channel, subject }) => channel !== 'email' || subject !== undefined, {
      message: 'An e-mail needs a subject. | Un e-mail a besoin d’un objet.',
      path: ['subject'],
    }),
  output: sent,
  async run(client, { channel, contactId, contactRole, subject, body, template, openConversation }) {
    return client.post('/messages', {
      json: {
        message_type: channel,
        ...(channel === 'email' && { subject, template }),
        body,
        from: { type: 'admin', id: Number(await authorId(client)) },
        to: { type: contactRole, id: contactId },
        create_conversation_without_contact_reply: openConversation,
      },
      reply: sent,
    });
  },
});
