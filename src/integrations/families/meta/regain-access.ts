import { z } from 'zod';
import type { RawReply } from '../../../kernel/http/index.js';
import { jsonObject } from '../../core/read-json.js';

const usageOfAccount = z.array(z.object({ estimated_time_to_regain_access: z.number().nullish() }));
const usageOfAds = z.object({ reset_time_duration: z.number().nullish() });

/**
 * How long the account has to stay away, told in minutes for all but ads, and in seconds for those:
 * https://developers.facebook.com/docs/graph-api/overview/rate-limiting#headers-2
 * https://developers.facebook.com/docs/marketing-api/overview/rate-limiting
 */
export function regainAccessMs({ headers }: RawReply): number | undefined {
  const accounts = Object.values(jsonObject({ text: headers['x-business-use-case-usage'] ?? '' }));
  const minutes = accounts
    .flatMap((account) => usageOfAccount.safeParse(account).data ?? [])
    .map((usage) => usage.estimated_time_to_regain_access ?? 0);
  const ads = usageOfAds.safeParse(jsonObject({ text: headers['x-ad-account-usage'] ?? '' })).data;
  const longest = Math.max(0, (ads?.reset_time_duration ?? 0) * 1000, ...minutes.map((each) => each * 60_000));
  return longest > 0 ? longest : undefined;
}
