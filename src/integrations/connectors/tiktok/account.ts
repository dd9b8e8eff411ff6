import { z } from 'zod';
import type { VendorClient } from '../../core/vendor-client.js';
import { answer, jsonText } from './api.js';

/** The account that writes have in their body; TikTok tells it with the token, which the first request brings. */
export async function accountId(client: VendorClient): Promise<string> {
  await client.get('/business/get/', { query: { fields: jsonText(['username']) }, reply: answer(z.object({})) });
  return client.settings.fact('businessId');
}
