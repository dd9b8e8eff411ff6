import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { projectQuery } from './mixpanel-project.js';

// Mixpanel does not describe this reply, so nothing of it is required.
const meReply = z.object({
  results: z
    .object({ projects: z.record(z.string(), z.object({ name: z.string().nullish() })).nullish() })
    .nullish()
    .catch(undefined),
});

/**
 * `/me` knows the service account (https://docs.mixpanel.com/reference/service-accounts), but neither its role nor the plan. So one
 * of the 60 queries an hour is spent: a plan without the Query API answers 402 to it.
 */
export async function verifyMixpanel(client: VendorClient): Promise<VerifiedAccount> {
  const projectId = client.settings.text('projectId');
  const { results } = await client.get('/app/me', { reply: meReply });
  await client.get('/query/events/names', {
    query: { ...projectQuery(client.settings), type: 'general', limit: 1 },
    reply: z.array(z.string()),
  });
  const name = results?.projects?.[projectId]?.name;
  return { accountName: name ? `${name} (${projectId})` : `Mixpanel ${projectId}` };
}
