import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, objectOf, textOf } from '../../core/read-json.js';
import { kindOfStatus, untilReset } from '../../core/vendor-verdict.js';

/** https://developers.intercom.com/docs/build-an-integration/learn-more/rest-apis/error-codes */
export function readIntercomFault(reply: RawReply): Verdict | null {
  const { errors } = jsonObject(reply);
  const faults: unknown[] = Array.isArray(errors) ? errors : [];
  const fault = objectOf(faults[0]);
  const [code, message] = [textOf(fault.code), textOf(fault.message)];
  const kind = kindOfStatus(reply.status);
  if (code === undefined || !kind) return null;
  return {
    kind,
    code,
    message,
    ...(kind === 'rights_missing' && { missing: [scopeIn(message) ?? message ?? code] }),
    ...(kind === 'rate_limited' && { retryAfterMs: untilReset(reply, 'x-ratelimit-reset') }),
  };
}

/** "You do not have the required scope (read_conversations) to access this resource" */
function scopeIn(message: string | undefined): string | undefined {
  return /required scope \((\w+)\)/.exec(message ?? '')?.[1];
}
