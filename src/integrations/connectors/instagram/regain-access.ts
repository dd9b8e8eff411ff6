import { z } from 'zod';
import type { RawReply } from '../../../kernel/http/index.js';
import { jsonObject } from '../../core/read-json.js';

const usageOfAccount = z.array(z.object({ estimated_time_to_regain_access: z.number().nullish() }));

/**
 * How long the account has to stay away, told in minutes:
 * https://developers.facebook.com/docs/graph-api/overview/rate-limiting#headers-2
 */
export function regainAccessMs({ headers }: RawReply): number | undefined {
  const accounts = Object.values(jsonObject({ text: headers['x-business-use-case-usage'] ?? '' }));
  const minutes = accounts
    .flatMap((account) => usageOfAccount.safeParse(account).data ?? [])
    .map((usage) => usage.estimated_time_to_regain_access ?? 0);
  const longest = Math.max(0, ...minutes);
  return longest > 0 ? longest * 60_000 : undefined;
}
