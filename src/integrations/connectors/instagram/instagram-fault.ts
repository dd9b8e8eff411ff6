import { z } from 'zod';
import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject } from '../../core/read-json.js';
import { facebookScopes } from './facebook-login-grant.js';
import { instagramScopes } from './instagram-login-grant.js';
import { regainAccessMs } from './regain-access.js';

/** https://developers.facebook.com/docs/graph-api/guides/error-handling */
const faultBody = z.object({
  error: z.object({
    code: z.int(),
    error_subcode: z.int().nullish(),
    message: z.string().nullish(),
    error_user_msg: z.string().nullish(),
    is_transient: z.boolean().nullish(),
  }),
});
/** The code exchange of the Instagram login has a shape of its own. */
const loginFault = z.object({ error_type: z.string(), error_message: z.string().nullish() });

type Fault = z.output<typeof faultBody>['error'];

const throttleCodes = [4, 17, 32, 613, 80002];
// https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes
const dailyQuota = 2207042;
const accountRestricted = [2207050, 2207051];

/** The first that holds is meant. */
const meanings: readonly [Verdict['kind'], (fault: Fault) => boolean][] = [
  ['credential_rejected', ({ code }) => code === 190 || code === 102],
  // Comes with code 4 too, but waiting does not end it.
  ['conflict', ({ error_subcode: sub }) => accountRestricted.includes(sub ?? 0)],
  ['rate_limited', ({ code, error_subcode: sub }) => throttleCodes.includes(code) || sub === dailyQuota],
  ['upstream_unavailable', ({ code, is_transient: transient }) => transient === true || code === 1 || code === 2],
  // Also said by code 10: a story that fewer than five people saw has no numbers.
  ['not_found', ({ code, message }) => code === 10 && /not enough viewers/i.test(message ?? '')],
  ['rights_missing', ({ code }) => code === 10 || (code >= 200 && code <= 299)],
  ['not_found', ({ code, error_subcode: sub }) => code === 100 && sub === 33],
];

export function readInstagramFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  const login = loginFault.safeParse(body).data;
  if (login) return { kind: 'credential_rejected', code: login.error_type, message: login.error_message ?? undefined };
  const fault = faultBody.safeParse(body).data?.error;
  if (!fault) return null;
  const [kind] = meanings.find(([, holds]) => holds(fault)) ?? [];
  // A failure of theirs with a code that says nothing stays one.
  if (kind === undefined && reply.status >= 500) return null;
  return {
    ...wordsOf(fault),
    kind: kind ?? 'invalid_input',
    ...(kind === 'rights_missing' && { missing: scopesIn(fault.message ?? '') }),
    ...(kind === 'rate_limited' && { retryAfterMs: regainAccessMs(reply) }),
  };
}

function wordsOf({ code, error_subcode: subcode, message, error_user_msg: advice }: Fault) {
  return {
    code: subcode == null ? String(code) : `${code}/${subcode}`,
    message: advice || (message ?? undefined),
  };
}

function scopesIn(message: string): string[] {
  const scopes = [...instagramScopes, ...facebookScopes];
  return scopes.filter((scope) => new RegExp(`(?<![a-z_])${scope}(?![a-z_])`).test(message));
}
