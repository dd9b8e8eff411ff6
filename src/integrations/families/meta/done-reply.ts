import { z } from 'zod';

/** What Meta answers to a change. */
export const doneReply = z.object({ success: z.boolean() });
