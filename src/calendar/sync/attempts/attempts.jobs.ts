import { z } from 'zod';
import { defineJob, defineSchedule } from '../../../kernel/queue/index.js';

/** Finds the workspaces in which somebody began to book and nobody knows what came of it. */
export const findAbandonedJob = defineJob({
  name: 'calendar.find-abandoned-attempts',
  queue: 'calendar',
  payload: z.object({}),
  attempts: 1,
  dedupe: () => 'all',
});

export const settleAttemptsJob = defineJob({
  name: 'calendar.settle-attempts',
  queue: 'calendar',
  payload: z.object({ workspaceId: z.uuid() }),
  attempts: 1,
  dedupe: ({ workspaceId }) => workspaceId,
});

defineSchedule({
  name: 'calendar.abandoned-attempts',
  job: findAbandonedJob,
  payload: {},
  recurrence: { everyMs: 60_000 },
});
