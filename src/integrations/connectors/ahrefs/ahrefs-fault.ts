import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, textOf } from '../../core/read-json.js';

// Ahrefs throttles by load as well and names no time: https://docs.ahrefs.com/api/docs/limits-consumption
const throttledMs = 10_000;

/** Ahrefs says what is wrong in words only: `{"error": "…"}`. */
export function readAhrefsFault({ status, headers, text }: RawReply): Verdict | null {
  const message = textOf(jsonObject({ text }).error);
  if (message === undefined) return null;
  if (status === 401) return { kind: 'credential_rejected', message };
  if (status === 403) return refused(message);
  if (status === 404) return { kind: 'not_found', message };
  if (status === 429) {
    return { kind: 'rate_limited', message, ...(!headers['retry-after'] && { retryAfterMs: throttledMs }) };
  }
  return status === 400 ? { kind: 'invalid_input', message } : null;
}

/** No units left, of the workspace or of the key itself; a key that is none; or a plan without the tool. */
function refused(message: string): Verdict {
  if (/\b(units?|limits?)\b/i.test(message)) return { kind: 'rights_missing', message, missing: ['API units'] };
  if (/\b(api key|token)\b/i.test(message)) return { kind: 'credential_rejected', message };
  return { kind: 'rights_missing', message, missing: ['Ahrefs plan'] };
}
