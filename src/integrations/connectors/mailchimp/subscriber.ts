import { createHash } from 'node:crypto';
import { z } from 'zod';
import { noReply, route } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { listId } from './campaign.js';

/** Mailchimp's id of a subscriber; unlike the address itself it may stand in a path that is logged. */
export function subscriberHash(email: string): string {
  return createHash('md5').update(email.toLowerCase()).digest('hex');
}

export const tagFields = {
  listId,
  email: z.email(),
  add: z.array(z.string().min(1).max(100)).max(50).default([]).describe('Tags; new ones are made'),
  remove: z.array(z.string().min(1).max(100)).max(50).default([]),
};

/** https://mailchimp.com/developer/marketing/api/list-member-tags/add-or-remove-member-tags/ */
export async function changeTags(
  client: VendorClient,
  { listId: list, email, add, remove }: z.output<z.ZodObject<typeof tagFields>>,
  options: { startsFlows: boolean },
): Promise<void> {
  const active = add.map((name) => ({ name, status: 'active' }));
  const inactive = remove.map((name) => ({ name, status: 'inactive' }));
  await client.post(route`/lists/${list}/members/${subscriberHash(email)}/tags`, {
    json: { tags: [...active, ...inactive], is_syncing: !options.startsFlows },
    reply: noReply,
  });
}
