import { z } from 'zod';
import { defineJob, defineSchedule } from '../../../kernel/queue/index.js';

/** Puts one job for each assistant that has a telephone number. */
export const watchChainsJob = defineJob({
  name: 'voice.watch-chains',
  queue: 'maintenance',
  payload: z.object({}),
  // The next run comes soon enough.
  attempts: 1,
  dedupe: () => 'all',
});

/** Looks at the chain of one assistant, and tells when it breaks. */
export const watchChainJob = defineJob({
  name: 'voice.watch-chain',
  queue: 'maintenance',
  payload: z.object({ assistantId: z.uuid() }),
  attempts: 1,
  dedupe: ({ assistantId }) => assistantId,
});

defineSchedule({ name: 'voice.watch-chains', job: watchChainsJob, payload: {}, recurrence: { everyMs: 60 * 60_000 } });
