import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { messageFields, messageRules, recipientsOf, sendMessage } from '../message.js';

/** https://www.twilio.com/docs/sendgrid/for-developers/sending-email/scheduling-parameters */
export const scheduleEmail = defineAction({
  key: 'schedule_email',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Has an e-mail sent within the next 72 hours. It gets a batch, with which cancel_scheduled_email can stop it until ten minutes before.',
    fr: 'Fait envoyer un e-mail dans les 72 heures. Il reçoit un lot, avec lequel cancel_scheduled_email peut l’arrêter jusqu’à dix minutes avant.',
  },
  input: z
    .object({ ...messageFields, sendAt: z.iso.datetime({ offset: true }).describe('At most 72 hours ahead') })
    .refine(messageRules.content.holds, messageRules.content)
    .refine(messageRules.recipients.holds, messageRules.recipients),
  output: z.object({ messageId: z.string().nullable(), batchId: z.string(), recipients: z.int() }),
  async run(client, { sendAt, ...message }) {
    const { batch_id: batchId } = await client.post('/mail/batch', {
      reply: z.object({ batch_id: z.string().min(1) }),
    });
    const messageId = await sendMessage(client, message, { sendAt, batchId });
    return { messageId, batchId, recipients: recipientsOf(message.copies) };
  },
});
