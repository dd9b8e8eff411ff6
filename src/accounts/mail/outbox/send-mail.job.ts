import { z } from 'zod';
import { defineJob } from '../../../kernel/queue/index.js';

/**
 * Sends one mail. It carries the mail's id alone: the mail itself stands sealed in its row, and the row is the truth. Tried
 * for about four hours, which outlasts a mail server's restart and most of its illnesses.
 */
export const sendMailJob = defineJob({
  name: 'accounts.send-mail',
  queue: 'mail',
  payload: z.object({ mailId: z.uuid() }),
  attempts: 9,
  backoff: { delayMs: 60_000, maxMs: 2 * 60 * 60 * 1000 },
  // One job for a mail at a time, also while it waits to be tried again: a sweep that finds its row puts none beside it.
  dedupe: ({ mailId }) => mailId,
});
