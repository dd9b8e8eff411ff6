import { z } from 'zod';
import { defineJob, defineSchedule } from '../../../../kernel/queue/index.js';

export const everyMs = 60_000;

export const reconcileCallsJob = defineJob({
  name: 'voice.reconcile-calls',
  queue: 'voice-reconcile',
  payload: z.object({}),
  // The next run asks for what this one could not.
  attempts: 1,
  concurrency: 1,
});

defineSchedule({ name: 'voice.reconcile-calls', job: reconcileCallsJob, payload: {}, recurrence: { everyMs } });
