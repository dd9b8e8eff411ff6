import { z } from 'zod';
import { defineJob, defineSchedule } from '../../kernel/queue/index.js';

/** Renews the tokens that end before long, also of connections that nobody uses just now. */
export const renewGrantsJob = defineJob({
  name: 'integrations.renew-grants',
  queue: 'integrations',
  payload: z.object({}),
  attempts: 1,
});

defineSchedule({
  name: 'integrations.renew-grants',
  job: renewGrantsJob,
  payload: {},
  recurrence: { everyMs: 60_000 },
});
