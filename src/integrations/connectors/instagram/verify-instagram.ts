import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { instagramScopes } from './instagram-login-grant.js';

const accountReply = z.object({ username: z.string() });

/** https://developers.facebook.com/docs/instagram-platform/reference/me. Which rights a token has, Instagram tells with it. */
export async function verifyInstagram(client: VendorClient): Promise<VerifiedAccount> {
  const account = client.mode.startsWith('facebook')
    ? await client.get('/', { base: 'account', query: { fields: 'id,username' }, reply: accountReply })
    : await client.get('/me', { query: { fields: 'user_id,username' }, reply: accountReply });
  const granted = client.settings.optionalFact('permissions')?.split(',');
  const missing = granted ? instagramScopes.filter((scope) => !granted.includes(scope)) : [];
  return { accountName: `@${account.username}`, missing };
}
