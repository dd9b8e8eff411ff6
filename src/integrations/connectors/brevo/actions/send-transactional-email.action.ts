import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { moment } from '../campaign.js';

const person = z.object({ email: z.email(), name: z.string().min(1).max(70).optional() });
const attachment = z
  .object({
    name: z.string().min(1).max(255).describe('With its ending: offer.pdf'),
    url: z.url({ protocol: /^https$/ }).optional(),
    content: z.base64().optional(),
  })
  .refine(({ url, content }) => (url === undefined) !== (content === undefined), {
    message: 'Give url or content. | Donnez url ou content.',
    path: ['url'],
  });
const answer = z.object({
  messageId: z.string().nullish(),
  messageIds: z.array(z.string()).nullish(),
  batchId: z.string().nullish(),
});

export const sendTransactionalEmail = defineAction({
  key: 'send_transactional_email',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Sends one e-mail to the recipients, who see each other; from a template or from subject and content. It spends credits and cannot be recalled. Repeat a send that timed out only with the idempotencyKey of the first.',
    fr: 'Envoie un e-mail aux destinataires, qui se voient entre eux ; d’après un modèle ou avec objet et contenu. Consomme des crédits et ne peut être rappelé. Ne répétez un envoi sans réponse qu’avec l’idempotencyKey du premier.',
  },
  input: z
    .object({
      to: z.array(person).min(1).max(99),
      cc: z.array(person).max(99).optional(),
      bcc: z.array(person).max(99).optional(),
      sender: person.optional().describe('One of list_senders; may be left out with a template'),
      replyTo: person.optional(),
      subject: z.string().min(1).max(255).optional(),
      htmlContent: z.string().min(1).optional(),
      textContent: z.string().min(1).optional(),
      templateId: z.int().positive().optional().describe('Instead of content: list_templates'),
      params: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
        .optional()
        .describe('Values for {{params.…}} in the template or content'),
      attachments: z.array(attachment).max(10).optional(),
      tags: z.array(z.string().min(1)).max(10).optional().describe('To find it in reports'),
      scheduledAt: moment.optional().describe('At most 72 hours ahead; may be 5 minutes late'),
      idempotencyKey: z.uuid().optional().describe('The same key is sent once only within half an hour'),
    })
    .refine(({ templateId, htmlContent, textContent }) => templateId ?? htmlContent ?? textContent, {
      message: 'Give templateId, htmlContent or textContent. | Donnez templateId, htmlContent ou textContent.',
      path: ['htmlContent'],
    })
    .refine(({ templateId, sender, subject }) => templateId ?? (sender && subject), {
      message: 'Without templateId give sender and subject. | Sans templateId, donnez sender et subject.',
      path: ['sender'],
    }),
  output: z.object({
    messageIds: z.array(z.string()),
    batchId: z.string().nullish().describe('Of a scheduled e-mail, to cancel it in Brevo'),
  }),
  async run(client, { attachments, idempotencyKey, ...mail }) {
    const { messageId, messageIds, batchId } = await client.post('/smtp/email', {
      json: {
        ...mail,
        attachment: attachments,
        // In the body, not a header: https://developers.brevo.com/docs/heterogenous-versions-batch-emails
        headers: idempotencyKey && { idempotencyKey },
      },
      reply: answer,
    });
    return { messageIds: messageIds ?? (messageId ? [messageId] : []), batchId };
  },
});
