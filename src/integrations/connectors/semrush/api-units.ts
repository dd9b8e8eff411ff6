import { textReply } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { notUnderstood, v3Key } from './api-v3.js';

/** Free: https://developer.semrush.com/api/v3/get-started/api-units-balance */
export async function apiUnitsLeft(client: VendorClient): Promise<number> {
  const text = await client.get('/countapiunits.html', { base: 'account', query: v3Key(client), reply: textReply });
  const digits = text.trim().replaceAll(',', '');
  if (!/^-?\d+$/.test(digits)) throw notUnderstood('no number of API units');
  return Number(digits);
}
