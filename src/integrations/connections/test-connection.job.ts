import { z } from 'zod';
import { defineJob } from '../../kernel/queue/index.js';

/** Asks a vendor who we are, and stores what it says. It is asked once: a user who wants to know again tests again. */
export const testConnectionJob = defineJob({
  name: 'integrations.test-connection',
  queue: 'integrations',
  payload: z.object({ connectionId: z.uuid(), testId: z.uuid() }),
  attempts: 1,
  concurrency: 10,
});
