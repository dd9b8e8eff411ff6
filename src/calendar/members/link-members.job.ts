import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineJob } from '../../kernel/queue/index.js';

/** As many as a page of contacts holds. */
export const mostContactsAtOnce = 100;

/** Looks contacts up among the members of the workspace's own Cal.com account; nobody waits for it. */
export const linkMembersJob = defineJob({
  name: 'calendar.link-members',
  queue: 'calendar',
  payload: z.object({ contactIds: z.array(z.uuid()).min(1).max(mostContactsAtOnce) }),
  attempts: 4,
  backoff: { delayMs: 30_000 },
  dedupe: ({ contactIds }) =>
    createHash('sha256')
      .update([...contactIds].sort().join())
      .digest('hex'),
});
export type LinkMembers = z.output<(typeof linkMembersJob)['payload']>;
