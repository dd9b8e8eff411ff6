import { z } from 'zod';
import { route } from '../../../kernel/http/index.js';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';

const account = z.object({
  friendly_name: z.string().nullish(),
  status: z.string().nullish(),
  type: z.string().nullish(),
});
const anything = z.object({});

/**
 * A suspended account still answers, but its numbers do not; a trial account says so in front of every call. A standard
 * API key may not read the account, so that it proves itself on the numbers: https://www.twilio.com/docs/iam/api-keys
 */
export async function verifyTwilio(client: VendorClient): Promise<VerifiedAccount> {
  const sid = client.settings.text('accountSid');
  if (client.mode === 'api_key') {
    const query = { PageSize: 1 };
    await client.get(route`/2010-04-01/Accounts/${sid}/IncomingPhoneNumbers.json`, { query, reply: anything });
    return { accountName: null };
  }
  const { friendly_name, status, type } = await client.get(route`/2010-04-01/Accounts/${sid}.json`, { reply: account });
  const name = friendly_name ?? null;
  const accountName = name !== null && type === 'Trial' ? `${name} (Trial)` : name;
  const missing = status === 'suspended' || status === 'closed' ? [`account status active (it is ${status})`] : [];
  return { accountName, missing };
}
