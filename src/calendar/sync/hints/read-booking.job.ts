import { z } from 'zod';
import { defineJob } from '../../../kernel/queue/index.js';

/** Until each further look, in milliseconds: 5 s, 30 s and 2 min after the event. */
export const lookAgainAfterMs: readonly number[] = [5_000, 25_000, 90_000];

/** Looks at one appointment in Cal.com again. The job names it by our own id: the calendar's is a key to the booking. */
export const readBookingJob = defineJob({
  name: 'calendar.read-booking',
  queue: 'calendar',
  payload: z.object({
    appointmentId: z.uuid(),
    /** From 0. */
    look: z.number().int().min(0).max(lookAgainAfterMs.length),
  }),
  // The next look, and the next poll, make up for one that fails.
  attempts: 2,
  dedupe: ({ appointmentId, look }) => `${appointmentId}/${look}`,
  concurrency: 4,
});
