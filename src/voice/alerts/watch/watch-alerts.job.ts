import { z } from 'zod';
import { defineJob, defineSchedule } from '../../../kernel/queue/index.js';

/** Looks for what is wrong and nobody has told, and for what is over. */
export const watchAlertsJob = defineJob({
  name: 'voice.watch-alerts',
  queue: 'maintenance',
  payload: z.object({}),
  // The next run looks again.
  attempts: 1,
  dedupe: () => 'all',
});

defineSchedule({ name: 'voice.watch-alerts', job: watchAlertsJob, payload: {}, recurrence: { everyMs: 5 * 60_000 } });
