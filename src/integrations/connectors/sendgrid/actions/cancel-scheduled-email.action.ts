import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const cancelled = z.object({ batch_id: z.string().nullish(), status: z.string().nullish() });

/** https://www.twilio.com/docs/sendgrid/api-reference/cancel-scheduled-sends */
export const cancelScheduledEmail = defineAction({
  key: 'cancel_scheduled_email',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Cancels or pauses a scheduled e-mail, until ten minutes before it is sent. What was cancelled is thrown away.',
    fr: 'Annule ou suspend un e-mail planifié, jusqu’à dix minutes avant son envoi. Ce qui est annulé est supprimé.',
  },
  input: z.object({
    batchId: z
      .string()
      .regex(/^[\w-]{1,100}$/)
      .describe('Of schedule_email'),
    how: z.enum(['cancel', 'pause']).default('cancel').describe('pause: held back for up to 72 hours'),
  }),
  output: cancelled,
  run: (client, { batchId, how }) =>
    client.post('/user/scheduled_sends', { json: { batch_id: batchId, status: how }, reply: cancelled }),
});
