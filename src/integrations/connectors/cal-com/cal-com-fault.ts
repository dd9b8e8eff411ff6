import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { readOAuthFault } from '../../core/oauth-fault.js';
import { jsonObject, objectOf, textOf } from '../../core/read-json.js';
import { kindOfStatus, saidVerdict } from '../../core/vendor-verdict.js';

/**
 * Two forms, by the part that refuses: `{ status, error: { code, message, details } }`, and `{ statusCode, message }` from the
 * booking core. Only the status is in both; the token service has a third (RFC 6749).
 */
export function readCalComFault(reply: RawReply): Verdict | null {
  const granted = readOAuthFault(reply);
  if (granted) return granted;
  const body = jsonObject(reply);
  const error = objectOf(body.error);
  const said = { code: textOf(error.code), message: messageOf(error) ?? textOf(body.message) };
  if (reply.status === 429) return { kind: 'rate_limited', ...said, retryAfterMs: untilFree(reply) };
  if (said.code === undefined && said.message === undefined) return null;
  const missing = scopesIn(said.message);
  const verdict = saidVerdict(kindOfStatus(reply.status), said);
  return verdict?.kind === 'rights_missing' && missing ? { ...verdict, missing } : verdict;
}

/** "insufficient_scope: … Required: BOOKING_READ, BOOKING_WRITE. Token has: PROFILE_READ" */
function scopesIn(message = ''): string[] | undefined {
  return /^insufficient_scope\b.*? Required: ([A-Z_, ]+)/.exec(message)?.[1]?.split(', ');
}

/** What is wrong with each field stands only in the details. */
function messageOf({ message, details }: Readonly<Record<string, unknown>>): string | undefined {
  const { errors } = objectOf(details);
  const problems: unknown[] = Array.isArray(errors) ? errors : [];
  const parts = [textOf(message), ...problems.map(problemText)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : [...new Set(parts)].join('; ');
}

function problemText(problem: unknown): string | undefined {
  if (typeof problem === 'string') return textOf(problem);
  const { message, constraints } = objectOf(problem);
  return textOf(message) ?? textOf(Object.values(objectOf(constraints)).join('; '));
}

/**
 * `X-RateLimit-Reset-<name of the limit>` holds the seconds that remain, whatever is written elsewhere. Where there is a
 * `Retry-After`, that one counts.
 */
function untilFree({ headers }: RawReply): number | undefined {
  if (headers['retry-after'] !== undefined) return undefined;
  const resets = Object.entries(headers).filter(([name]) => name.startsWith('x-ratelimit-reset'));
  const seconds = Math.max(...resets.map(([, value]) => Number(value)).filter((value) => value > 0 && value < 86_400));
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
