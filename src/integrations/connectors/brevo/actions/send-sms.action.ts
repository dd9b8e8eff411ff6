import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { smsContent, smsSender, unicodeEnabled } from '../sms.js';

const answer = z.object({ messageId: z.number() });

export const sendSms = defineAction({
  key: 'send_sms',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Sends one SMS to one phone; it spends SMS credits and cannot be recalled. What it cost is not told. There is no idempotency key: do not repeat one that timed out. Marketing SMS need consent and [STOP CODE] in the text; in France they wait from 22:00 to 8:00 and on Sundays and holidays.',
    fr: 'Envoie un SMS à un téléphone ; consomme des crédits SMS et ne peut être rappelé. Le coût n’est pas indiqué. Il n’y a pas de clé d’idempotence : ne répétez pas un envoi sans réponse. Les SMS marketing exigent un consentement et [STOP CODE] dans le texte ; en France, ils attendent de 22 h à 8 h ainsi que les dimanches et jours fériés.',
  },
  input: z.object({
    recipient: z
      .string()
      .regex(/^\+?\d{6,15}$/)
      .describe('With its country code: +33689965433'),
    sender: smsSender,
    content: smsContent,
    type: z.enum(['transactional', 'marketing']).default('transactional').describe('marketing for all that advertises'),
    tag: z.string().min(1).optional().describe('To find it in reports'),
    unicodeEnabled,
  }),
  output: answer,
  // Not /transactionalSMS/sms, which is deprecated: https://developers.brevo.com/changelog/2025/5/1
  run: (client, sms) => client.post('/transactionalSMS/send', { json: sms, reply: answer }),
});
