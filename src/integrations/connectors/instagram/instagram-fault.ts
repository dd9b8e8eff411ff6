import { z } from 'zod';
import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject } from '../../core/read-json.js';
import { readGraphFault, scopesNamed, shared, type GraphFault, type Meaning } from '../../families/meta/graph-fault.js';
import { facebookScopes } from './facebook-login-grant.js';
import { instagramScopes } from './instagram-login-grant.js';

/** The code exchange of the Instagram login has a shape of its own. */
const loginFault = z.object({ error_type: z.string(), error_message: z.string().nullish() });

const accountThrottled = 80002;
// https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes
const dailyQuota = 2207042;
const accountRestricted = [2207050, 2207051];

const meanings: readonly Meaning[] = [
  shared.tokenRefused,
  // Comes with code 4 too, but waiting does not end it.
  ['conflict', ({ error_subcode: sub }) => accountRestricted.includes(sub ?? 0)],
  shared.throttled,
  ['rate_limited', ({ code, error_subcode: sub }) => code === accountThrottled || sub === dailyQuota],
  shared.away,
  // Also said by code 10: a story that fewer than five people saw has no numbers.
  ['not_found', ({ code, message }) => code === 10 && /not enough viewers/i.test(message ?? '')],
  shared.notPermitted,
  shared.unknownObject,
];

export function readInstagramFault(reply: RawReply): Verdict | null {
  const login = loginFault.safeParse(jsonObject(reply)).data;
  if (login) return { kind: 'credential_rejected', code: login.error_type, message: login.error_message ?? undefined };
  return readGraphFault(reply, { meanings, missingIn });
}

function missingIn(fault: GraphFault): string[] {
  return scopesNamed(fault, [...instagramScopes, ...facebookScopes]);
}
