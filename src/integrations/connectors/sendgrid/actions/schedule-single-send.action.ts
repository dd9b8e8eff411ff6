import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { singleSendId } from '../single-send.js';

const scheduled = z.object({ status: z.string().nullish(), send_at: z.string().nullish() });

/** https://www.twilio.com/docs/sendgrid/api-reference/single-sends/schedule-single-send */
export const scheduleSingleSend = defineAction({
  key: 'schedule_single_send',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Sends a marketing campaign to all of its recipients, at once or at a time to come. Until then cancel_single_send takes it back.',
    fr: 'Envoie une campagne marketing à tous ses destinataires, aussitôt ou à un moment futur. Jusque-là, cancel_single_send l’annule.',
  },
  input: z.object({
    singleSendId,
    sendAt: z.union([z.literal('now'), z.iso.datetime()]).describe('now, or a time to come in UTC'),
  }),
  output: scheduled,
  run: (client, { singleSendId: id, sendAt }) =>
    client.put(route`/marketing/singlesends/${id}/schedule`, {
      json: { send_at: sendAt },
      reply: scheduled,
      once: true,
    }),
});
