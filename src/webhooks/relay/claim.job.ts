import { z } from 'zod';
import { defineJob } from '../../kernel/queue/index.js';

/** Carries a claim, never the events: the rows are the truth, and what of it the job still finds claimed it works on. */
export const processClaimJob = defineJob({
  name: 'webhooks.process-claim',
  queue: 'webhooks',
  payload: z.object({
    claimId: z.uuid(),
    eventIds: z.array(z.uuid()),
  }),
  // A claim that could not be worked on at all comes back with its lease; more tries here would only race it.
  attempts: 1,
  concurrency: 2,
});
