import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, objectOf, textOf } from '../../core/read-json.js';
import { kindOfStatus } from '../../core/vendor-verdict.js';

/**
 * The app API says `{ status: "error", error, type? }`, even with 200; the Query API says `{ error }`, and 402 where the plan
 * has no API: https://docs.mixpanel.com/reference/query-api
 */
export function readMixpanelFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  if (reply.status === 429) return { kind: 'rate_limited', message: messageOf(body.error), ...waitOf(reply) };
  if (!('error' in body) || (reply.status < 400 && body.status !== 'error')) return null;
  const message = messageOf(body.error);
  const kind = reply.status < 300 ? kindBy(message ?? '') : kindOfStatus(reply.status);
  if (!kind) return null;
  const verdict = { kind, code: textOf(body.type), message };
  if (kind !== 'rights_missing') return verdict;
  return { ...verdict, missing: [reply.status === 402 ? 'Growth or Enterprise plan' : (message ?? 'project role')] };
}

/** What counts is the hour, and Mixpanel does not tell when it ends: https://docs.mixpanel.com/reference/rate-limits */
function waitOf({ headers }: RawReply): { retryAfterMs?: number } {
  return headers['retry-after'] === undefined ? { retryAfterMs: 600_000 } : {};
}

/** An error with 200 has no status to tell it by. */
function kindBy(message: string): Verdict['kind'] {
  if (/permission|not allowed|forbidden|access/i.test(message)) return 'rights_missing';
  return /not found|does not exist/i.test(message) ? 'not_found' : 'invalid_input';
}

function messageOf(error: unknown): string | undefined {
  return textOf(error) ?? textOf(objectOf(error).message);
}
