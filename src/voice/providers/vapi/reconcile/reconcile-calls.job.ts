import { z } from 'zod';
import { defineJob, defineSchedule } from '../../../../kernel/queue/index.js';

export const reconcileCallsJob = defineJob({
  name: 'voice.reconcile-calls',
  queue: 'voice-reconcile',
  payload: z.object({}),
  // The next run asks for what this one could not.
  attempts: 1,
  dedupe: () => 'all',
  concurrency: 1,
});

defineSchedule({ name: 'voice.reconcile-calls', job: reconcileCallsJob, payload: {}, recurrence: { everyMs: 60_000 } });
