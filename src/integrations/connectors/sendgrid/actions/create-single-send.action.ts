import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { singleSendSchema } from '../single-send.js';

const draft = singleSendSchema.extend({
  warnings: z.array(z.object({ message: z.string().nullish(), field: z.string().nullish() })).nullish(),
});

/** https://www.twilio.com/docs/sendgrid/api-reference/single-sends/create-single-send */
export const createSingleSend = defineAction({
  key: 'create_single_send',
  effect: 'WRITE',
  description: {
    en: 'Makes the draft of a marketing campaign; nothing is sent: see schedule_single_send. A/B tests cannot be made here, only in the app. Sent twice, there are two drafts.',
    fr: 'Crée le brouillon d’une campagne marketing ; rien n’est envoyé : voir schedule_single_send. Les tests A/B ne se créent que dans l’application. Envoyée deux fois, elle donne deux brouillons.',
  },
  input: z
    .object({
      name: z.string().min(1).max(100),
      listIds: z.array(z.guid()).min(1).max(50).optional(),
      segmentIds: z.array(z.guid()).min(1).max(10).optional(),
      toAllContacts: z.boolean().default(false),
      subject: z.string().min(1).optional().describe('Not with a design'),
      html: z.string().min(1).optional().describe('Not with a design'),
      designId: z.string().min(1).optional().describe('A saved design, instead of subject and html'),
      senderId: z.int().positive().describe('A verified one of list_senders'),
      unsubscribeGroupId: z.int().positive().optional().describe('Of list_unsubscribe_groups'),
      unsubscribeUrl: z.url().optional().describe('Instead of a group'),
      categories: z.array(z.string().min(1)).max(10).optional(),
    })
    .refine(({ listIds, segmentIds, toAllContacts }) => (listIds ?? segmentIds) !== undefined || toAllContacts, {
      path: ['listIds'],
      message: 'Say who gets it. | Dites qui le reçoit.',
    })
    .refine(({ designId, subject, html }) => (designId === undefined ? subject && html : !subject && !html), {
      path: ['subject'],
      message: 'Give subject and html, or a design. | Donnez subject et html, ou un design.',
    })
    .refine((given) => (given.unsubscribeGroupId === undefined) !== (given.unsubscribeUrl === undefined), {
      path: ['unsubscribeGroupId'],
      message: 'Give one way to unsubscribe. | Donnez un moyen de se désabonner.',
    }),
  output: draft,
  run: (client, given) =>
    client.post('/marketing/singlesends', {
      json: {
        name: given.name,
        categories: given.categories,
        send_to: { list_ids: given.listIds, segment_ids: given.segmentIds, all: given.toAllContacts },
        email_config: {
          subject: given.subject,
          html_content: given.html,
          design_id: given.designId,
          sender_id: given.senderId,
          suppression_group_id: given.unsubscribeGroupId,
          custom_unsubscribe_url: given.unsubscribeUrl,
        },
      },
      reply: draft,
    }),
});
