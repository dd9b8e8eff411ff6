import { z } from 'zod';
import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject } from '../../core/read-json.js';
import { facebookScopes } from './facebook-login-grant.js';
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

type Fault = z.output<typeof faultBody>['error'];

const throttleCodes = [4, 17, 32, 341, 613];
const postingTooFast = 1390008;
/** What people have to do in person before their Page may publish. */
const confirmations = new Map([
  [1404078, 'Page Publishing Authorization'],
  [4854002, 'Identity confirmation'],
]);

/** The first that holds is meant. */
const meanings: readonly [Verdict['kind'], (fault: Fault) => boolean][] = [
  ['credential_rejected', ({ code }) => code === 190 || code === 102],
  ['rights_missing', ({ error_subcode: sub }) => confirmations.has(sub ?? 0)],
  ['rate_limited', ({ code, error_subcode: sub }) => isThrottle(code) || sub === postingTooFast],
  ['upstream_unavailable', ({ code, is_transient: transient }) => transient === true || code === 1 || code === 2],
  ['rights_missing', ({ code }) => code === 10 || code === 3 || (code >= 200 && code <= 299)],
  ['not_found', ({ code, error_subcode: sub }) => code === 803 || (code === 100 && sub === 33)],
  // Blocked for what was posted, or posted before.
  ['conflict', ({ code }) => code === 368 || code === 506],
];

export function readFacebookFault(reply: RawReply): Verdict | null {
  const fault = faultBody.safeParse(jsonObject(reply)).data?.error;
  if (!fault) return null;
  const [kind] = meanings.find(([, holds]) => holds(fault)) ?? [];
  // A failure of theirs with a code that says nothing stays one.
  if (kind === undefined && reply.status >= 500) return null;
  return {
    ...wordsOf(fault),
    kind: kind ?? 'invalid_input',
    ...(kind === 'rights_missing' && { missing: missingIn(fault) }),
    ...(kind === 'rate_limited' && { retryAfterMs: regainAccessMs(reply) }),
  };
}

function isThrottle(code: number): boolean {
  return throttleCodes.includes(code) || (code >= 80000 && code <= 80014);
}

function wordsOf({ code, error_subcode: subcode, message, error_user_msg: advice }: Fault) {
  return {
    code: subcode == null ? String(code) : `${code}/${subcode}`,
    message: advice || (message ?? undefined),
  };
}

function missingIn({ error_subcode: subcode, message }: Fault): string[] {
  const confirmation = confirmations.get(subcode ?? 0);
  if (confirmation !== undefined) return [confirmation];
  return facebookScopes.filter((scope) => new RegExp(`(?<![a-z_])${scope}(?![a-z_])`).test(message ?? ''));
}
