import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { singleSendId } from '../single-send.js';

const unscheduled = z.object({ status: z.string().nullish(), send_at: z.string().nullish() });

/** https://www.twilio.com/docs/sendgrid/api-reference/single-sends/delete-single-send-schedule */
export const cancelSingleSend = defineAction({
  key: 'cancel_single_send',
  effect: 'WRITE',
  description: {
    en: 'Turns a scheduled marketing campaign that has not been sent into a draft again.',
    fr: 'Refait un brouillon d’une campagne marketing planifiée qui n’est pas encore partie.',
  },
  input: z.object({ singleSendId }),
  output: unscheduled,
  run: (client, { singleSendId: id }) =>
    client.delete(route`/marketing/singlesends/${id}/schedule`, { reply: unscheduled }),
});
