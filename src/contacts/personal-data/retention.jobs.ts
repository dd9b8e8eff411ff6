import { z } from 'zod';
import { defineJob, defineSchedule } from '../../kernel/queue/index.js';

/** Deletes or blanks, in all workspaces, what is past its `delete_after`. */
export const sweepRetentionJob = defineJob({
  name: 'contacts.sweep-retention',
  queue: 'maintenance',
  payload: z.object({}),
  attempts: 1,
});

defineSchedule({
  name: 'contacts.sweep-retention',
  job: sweepRetentionJob,
  payload: {},
  recurrence: { everyMs: 15 * 60_000 },
});
