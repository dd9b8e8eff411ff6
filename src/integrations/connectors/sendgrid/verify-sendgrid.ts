import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';

/** One of these is needed for anything that the actions do; a key for mail alone is a good key. */
const rights: readonly { name: string; scope: RegExp }[] = [
  { name: 'mail.send', scope: /^mail\.send$/ },
  { name: 'templates.read', scope: /^templates\.read$/ },
  { name: 'marketing', scope: /^marketing/ },
  { name: 'stats.read', scope: /^stats\.read$/ },
  { name: 'suppression.read', scope: /^suppressions?\./ },
];

/** https://www.twilio.com/docs/sendgrid/api-reference/api-key-permissions. No scope is needed for it; it names no account. */
export async function verifySendGrid(client: VendorClient): Promise<VerifiedAccount> {
  const { scopes } = await client.get('/scopes', { reply: z.object({ scopes: z.array(z.string()) }) });
  const usable = rights.some(({ scope }) => scopes.some((each) => scope.test(each)));
  return {
    accountName: client.settings.optionalText('onBehalfOf') ?? client.settings.optionalText('defaultFromEmail') ?? null,
    missing: usable ? [] : rights.map(({ name }) => name),
  };
}
