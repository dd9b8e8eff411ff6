import { z } from 'zod';
import { defineJob, defineSchedule } from '../../kernel/queue/index.js';

export const deleteExpiredJob = defineJob({
  name: 'accounts.delete-expired',
  queue: 'maintenance',
  payload: z.object({}),
  attempts: 3,
});

defineSchedule({
  name: 'accounts.delete-expired-hourly',
  job: deleteExpiredJob,
  payload: {},
  recurrence: { everyMs: 60 * 60 * 1000 },
});
