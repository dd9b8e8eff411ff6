import { z } from 'zod';
import { defineJob, defineSchedule } from '../../../kernel/queue/index.js';

/** Gives stored calls the retention that their workspace has now. */
export const applyRetentionJob = defineJob({
  name: 'voice.apply-retention',
  queue: 'maintenance',
  payload: z.object({
    /** All workspaces, or those alone that were changed within the last hour. */
    all: z.boolean(),
  }),
  // The next run goes on.
  attempts: 1,
});

defineSchedule({
  name: 'voice.apply-retention',
  job: applyRetentionJob,
  payload: { all: false },
  recurrence: { everyMs: 5 * 60_000 },
});

// For changes that no worker was there to see, or that were made by hand.
defineSchedule({
  name: 'voice.apply-retention-everywhere',
  job: applyRetentionJob,
  payload: { all: true },
  recurrence: { everyMs: 24 * 60 * 60_000 },
});
