import { z } from 'zod';
import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject } from '../../core/read-json.js';
import { accountScopes } from './account-grant.js';

/** Over the limit of a minute, an app has to stay away: https://business-api.tiktok.com/portal/docs?id=1740029171730433 */
const minuteLimitMs = 300_000;

const envelope = z.object({ code: z.int(), message: z.string().nullish() });

/** https://business-api.tiktok.com/portal/docs?id=1737172488964097. The first that holds is meant. */
const meanings: readonly [Verdict['kind'], (code: number) => boolean][] = [
  ['rate_limited', (code) => code === 40100 || code === 40016 || code === 51021],
  // Tokens, codes and applications that are wrong, over or missing.
  ['credential_rejected', (code) => code >= 40101 && code <= 40110],
  ['rights_missing', (code) => code === 40001],
  ['not_found', (code) => code === 40007],
  ['upstream_unavailable', (code) => code >= 50000],
];

/** TikTok refuses with status 200; the code tells. */
export function readTikTokFault(reply: RawReply): Verdict | null {
  const { data } = envelope.safeParse(jsonObject(reply));
  if (!data || data.code === 0) return null;
  const [kind = 'invalid_input'] = meanings.find(([, holds]) => holds(data.code)) ?? [];
  const message = data.message ?? undefined;
  return {
    kind,
    code: String(data.code),
    message,
    ...(kind === 'rights_missing' && { missing: scopesIn(message ?? '') }),
    ...(kind === 'rate_limited' && message?.includes('QPM') && { retryAfterMs: minuteLimitMs }),
  };
}

function scopesIn(message: string): string[] {
  const words = new Set(message.split(/[^a-z._]+/).map((word) => word.replace(/\.$/, '')));
  return accountScopes.filter((scope) => words.has(scope));
}
