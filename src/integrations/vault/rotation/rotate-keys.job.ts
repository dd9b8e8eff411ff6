import { z } from 'zod';
import { defineJob } from '../../../kernel/queue/index.js';

/** Moves every sealed value under the current master key. It may run again, and goes on where values are still elsewhere. */
export const rotateKeysJob = defineJob({
  name: 'integrations.rotate-keys',
  queue: 'maintenance',
  payload: z.object({ rotationId: z.uuid() }),
  attempts: 5,
});
