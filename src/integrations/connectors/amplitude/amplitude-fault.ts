import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, objectOf, textOf } from '../../core/read-json.js';
import { kindOfStatus } from '../../core/vendor-verdict.js';

/**
 * `{ error: "…" }` of the User Profile API, `{ error: { http_code, type, message } }` of the cohorts, some of them with 200:
 * https://amplitude.com/docs/apis/analytics/user-profile, https://amplitude.com/docs/apis/analytics/behavioral-cohorts
 */
export function readAmplitudeFault(reply: RawReply): Verdict | null {
  const { code, message, status } = wordsOf(reply);
  if (status === 429) return { kind: 'rate_limited', code, message, retryAfterMs: waitMs(reply, message) };
  if (message === undefined) return null;
  const kind = kindBy(message) ?? kindOf(status, message);
  if (!kind) return null;
  const missing = kind === 'rights_missing' ? [message] : undefined;
  const retryAfterMs = kind === 'rate_limited' ? waitMs(reply, message) : undefined;
  return { kind, code, message, missing, retryAfterMs };
}

/** Queries are counted by 5 minutes: https://amplitude.com/docs/apis/analytics/dashboard-rest#rate-limits */
const windowMs = 300_000;

function waitMs({ headers }: RawReply, message = ''): number | undefined {
  if (headers['retry-after'] !== undefined) return undefined;
  return /per minute/i.test(message) ? 60_000 : windowMs;
}

function wordsOf(reply: RawReply) {
  const { error, message } = jsonObject(reply);
  if (typeof error !== 'object' || error === null) {
    return { status: reply.status, message: textOf(error) ?? (reply.status >= 400 ? textOf(message) : undefined) };
  }
  const inner = objectOf(error);
  const told = typeof inner.http_code === 'number' && reply.status < 300 ? inner.http_code : reply.status;
  return { status: told, message: textOf(inner.message), code: textOf(inner.type) };
}

function kindBy(message: string): Verdict['kind'] | null {
  if (/not seen before/i.test(message)) return 'not_found';
  return /requests per minute/i.test(message) ? 'rate_limited' : null;
}

function kindOf(status: number, message: string): Verdict['kind'] | null {
  // What is refused with 403 is not always a right: keys of another region are answered so too.
  if (status === 403) return /access|permission/i.test(message) ? 'rights_missing' : null;
  return status < 300 ? 'invalid_input' : kindOfStatus(status);
}
