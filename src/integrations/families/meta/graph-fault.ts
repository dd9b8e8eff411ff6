import { z } from 'zod';
import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject } from '../../core/read-json.js';
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

export type GraphFault = z.output<typeof faultBody>['error'];

/** What a fault means, and whether it is that fault. */
export type Meaning = readonly [Verdict['kind'], (fault: GraphFault) => boolean];

const throttleCodes = [4, 17, 32, 613];

/** What all products mean alike; each puts its own between them. */
export const shared = {
  tokenRefused: ['credential_rejected', ({ code }) => code === 190 || code === 102],
  throttled: ['rate_limited', ({ code }) => throttleCodes.includes(code)],
  away: ['upstream_unavailable', ({ code, is_transient: transient }) => transient === true || code === 1 || code === 2],
  notPermitted: ['rights_missing', ({ code }) => code === 10 || (code >= 200 && code <= 299)],
  unknownObject: ['not_found', ({ code, error_subcode: sub }) => code === 100 && sub === 33],
} satisfies Record<string, Meaning>;

interface Reading {
  /** The first that holds is meant; without any the request was wrong. */
  meanings: readonly Meaning[];
  missingIn(fault: GraphFault): string[];
}

export function readGraphFault(reply: RawReply, { meanings, missingIn }: Reading): Verdict | null {
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

function wordsOf({ code, error_subcode: subcode, message, error_user_msg: advice }: GraphFault) {
  return {
    code: subcode == null ? String(code) : `${code}/${subcode}`,
    message: advice || (message ?? undefined),
  };
}

/** Which of the scopes the message names: it is the only place where Meta says which are missing. */
export function scopesNamed({ message }: GraphFault, scopes: readonly string[]): string[] {
  return scopes.filter((scope) => new RegExp(`(?<![a-z_])${scope}(?![a-z_])`).test(message ?? ''));
}
