import { z } from 'zod';
import { defineJob, defineSchedule } from '../../../kernel/queue/index.js';

/** Puts jobs for mails whose own job never came to be, or was lost with the queue's memory. */
export const sweepMailsJob = defineJob({
  name: 'accounts.sweep-mails',
  queue: 'maintenance',
  payload: z.object({}),
  attempts: 1,
});

defineSchedule({
  name: 'accounts.sweep-mails',
  job: sweepMailsJob,
  payload: {},
  recurrence: { everyMs: 60_000 },
});
