import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';

const meReply = z.object({ data: z.object({ id: z.string(), username: z.string().nullish() }) });
const usageReply = z.object({ data: z.object({ project_id: z.coerce.string().nullish() }) });

/** https://docs.x.com/x-api/users/get-my-user, or https://docs.x.com/x-api/usage/get-usage where no account signed in. */
export async function verifyX(client: VendorClient): Promise<VerifiedAccount> {
  if (client.mode === 'bearer') {
    const { data } = await client.get('/2/usage/tweets', { query: { days: 1 }, reply: usageReply });
    return { accountName: data.project_id ? `X API project ${data.project_id}` : null };
  }
  const { body, headers } = await client.call('GET', '/2/users/me', {
    query: { 'user.fields': 'username' },
    reply: meReply,
  });
  const accountName = body.data.username ? `@${body.data.username}` : body.data.id;
  // X tells what keys of OAuth 1.0a may do; keys made before “Read and write” was set stay as they were.
  return { accountName, missing: headers['x-access-level'] === 'read' ? ['Read and write'] : [] };
}
