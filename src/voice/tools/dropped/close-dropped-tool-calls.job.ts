import { z } from 'zod';
import { defineJob, defineSchedule } from '../../../kernel/queue/index.js';

/** Ends, in all workspaces, tool calls that a process took with it when it died, and that nobody asked for again. */
export const closeDroppedToolCallsJob = defineJob({
  name: 'voice.close-dropped-tool-calls',
  queue: 'maintenance',
  payload: z.object({}),
  attempts: 1,
});

defineSchedule({
  name: 'voice.close-dropped-tool-calls',
  job: closeDroppedToolCallsJob,
  payload: {},
  recurrence: { everyMs: 30_000 },
});
