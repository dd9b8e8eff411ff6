import { z } from 'zod';
import { InvalidInput } from '../../../kernel/errors/index.js';
import { noReply } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

const address = z.object({ email: z.email(), name: z.string().min(1).max(200).optional() });
const addresses = z.array(address).max(1_000).optional();

export const messageFields = {
  copies: z
    .array(
      z.object({
        to: z.array(address).min(1).max(1_000),
        cc: addresses,
        bcc: addresses,
        templateData: z.record(z.string(), z.unknown()).optional().describe('What fills in the dynamic template'),
      }),
    )
    .min(1)
    .max(1_000)
    .describe('One copy each. Addresses within one copy see each other, but for bcc'),
  from: address.optional().describe('The usual sender of the connection without it'),
  replyTo: address.optional(),
  subject: z.string().min(1).max(998).optional().describe('Not needed with a template that has one'),
  text: z.string().min(1).optional(),
  html: z.string().min(1).optional(),
  templateId: z
    .string()
    .regex(/^d-[0-9a-f]{32}$/)
    .optional()
    .describe('A dynamic template'),
  categories: z.array(z.string().min(1).max(255)).max(10).optional().describe('To tell messages apart in statistics'),
  unsubscribeGroupId: z.int().positive().optional().describe('Of list_unsubscribe_groups'),
  attachments: z
    .array(
      z.object({
        filename: z.string().min(1).max(255),
        type: z.string().min(1).max(255).optional().describe('MIME type'),
        contentBase64: z.base64().min(1).max(10_000_000),
      }),
    )
    .max(10)
    .optional(),
};

type Message = z.output<z.ZodObject<typeof messageFields>>;

/** What an object of messageFields has to hold besides. */
export const messageRules = {
  content: {
    holds: ({ templateId, subject, text, html }: Message) =>
      templateId !== undefined || (subject !== undefined && (text !== undefined || html !== undefined)),
    path: ['subject'],
    message: 'Give a template, or a subject with text or html. | Donnez un modèle, ou un objet avec text ou html.',
  },
  recipients: {
    holds: ({ copies }: Message) => recipientsOf(copies) <= 1_000,
    path: ['copies'],
    message: 'At most 1,000 recipients in all. | 1 000 destinataires au plus en tout.',
  },
};

export function recipientsOf(copies: Message['copies']): number {
  return copies.reduce((sum, { to, cc = [], bcc = [] }) => sum + to.length + cc.length + bcc.length, 0);
}

interface Delivery {
  sendAt?: string;
  batchId?: string;
  sandbox?: boolean;
}

/** https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send */
export async function sendMessage(client: VendorClient, message: Message, delivery: Delivery): Promise<string | null> {
  const { headers } = await client.call('POST', '/mail/send', {
    json: {
      personalizations: message.copies.map(({ templateData, ...people }) => ({
        ...people,
        ...(templateData && { dynamic_template_data: templateData }),
      })),
      ...contentOf(message),
      from: message.from ?? usualSender(client),
      reply_to: message.replyTo,
      categories: message.categories,
      attachments: message.attachments?.map(({ contentBase64, ...file }) => ({ ...file, content: contentBase64 })),
      ...(message.unsubscribeGroupId !== undefined && { asm: { group_id: message.unsubscribeGroupId } }),
      ...(delivery.sendAt !== undefined && { send_at: Math.floor(Date.parse(delivery.sendAt) / 1000) }),
      batch_id: delivery.batchId,
      ...(delivery.sandbox && { mail_settings: { sandbox_mode: { enable: true } } }),
    },
    reply: noReply,
  });
  return headers['x-message-id'] ?? null;
}

function contentOf({ subject, templateId, text, html }: Message) {
  const content = [
    // Plain text has to come first.
    ...(text === undefined ? [] : [{ type: 'text/plain', value: text }]),
    ...(html === undefined ? [] : [{ type: 'text/html', value: html }]),
  ];
  return { subject, template_id: templateId, ...(content.length > 0 && { content }) };
}

function usualSender(client: VendorClient): { email: string } {
  const email = client.settings.optionalText('defaultFromEmail');
  if (email !== undefined) return { email };
  const message = {
    en: 'Name a sender, or enter the usual sender in the SendGrid connection.',
    fr: 'Nommez un expéditeur, ou saisissez l’expéditeur habituel dans la connexion SendGrid.',
  };
  throw new InvalidInput('INTEGRATIONS.SENDGRID_NO_SENDER', message, [{ path: 'input.from', message }]);
}
