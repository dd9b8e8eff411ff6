import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { accountScopes } from './account-grant.js';
import { answer, jsonText } from './api.js';

const accountReply = answer(z.object({ username: z.string().nullish(), display_name: z.string().nullish() }));
const advertisersReply = answer(z.object({ list: z.array(z.object({ name: z.string().nullish() })).nullish() }));

/** The account and, where one was entered, the ads account too. */
export async function verifyTikTok(client: VendorClient): Promise<VerifiedAccount> {
  const advertiser = client.settings.optionalText('advertiserId');
  if (client.mode.startsWith('marketing')) return verifyAdvertiser(client, advertiser ?? '');
  const account = await verifyAccount(client);
  if (advertiser === undefined) return account;
  const { missing = [] } = await verifyAdvertiser(client, advertiser);
  return { ...account, missing: [...(account.missing ?? []), ...missing] };
}

async function verifyAccount(client: VendorClient): Promise<VerifiedAccount> {
  const query = { fields: jsonText(['username', 'display_name']) };
  const { username, display_name: name } = await client.get('/business/get/', { query, reply: accountReply });
  const granted = client.settings.optionalFact('scope')?.split(',');
  const missing = granted ? accountScopes.filter((scope) => !granted.includes(scope)) : [];
  return { accountName: username ? `@${username}` : (name ?? null), missing };
}

/** https://business-api.tiktok.com/portal/docs?id=1739593083610113 */
async function verifyAdvertiser(client: VendorClient, id: string): Promise<VerifiedAccount> {
  const query = { advertiser_ids: jsonText([id]), fields: jsonText(['advertiser_id', 'name', 'status']) };
  const { list } = await client.get('/advertiser/info/', { query, reply: advertisersReply });
  const [found] = list ?? [];
  return { accountName: found?.name ?? null, missing: found ? [] : [`advertiser ${id}`] };
}
