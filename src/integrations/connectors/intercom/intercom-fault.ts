import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, textOf } from '../../core/read-json.js';

const kinds: Readonly<Record<number, Verdict['kind']>> = {
  400: 'invalid_input',
  401: 'credential_rejected',
  403: 'rights_missing',
  404: 'not_found',
  409: 'conflict',
  422: 'invalid_input',
  429: 'rate_limited',
};

/** https://developers.intercom.com/docs/build-an-integration/learn-more/rest-apis/error-codes */
export function readIntercomFault(reply: RawReply): Verdict | null {
  const { errors } = jsonObject(reply);
  const faults: unknown[] = Array.isArray(errors) ? errors : [];
  const fault = jsonObject({ text: JSON.stringify(faults[0] ?? null) });
  const [code, message] = [textOf(fault.code), textOf(fault.message)];
  const kind = kinds[reply.status];
  if (code === undefined || kind === undefined) return null;
  return {
    kind,
    code,
    message,
    ...(kind === 'rights_missing' && { missing: [scopeIn(message) ?? message ?? code] }),
    ...(kind === 'rate_limited' && { retryAfterMs: untilReset(reply.headers) }),
  };
}

/** "You do not have the required scope (read_conversations) to access this resource" */
function scopeIn(message: string | undefined): string | undefined {
  return /required scope \((\w+)\)/.exec(message ?? '')?.[1];
}

/** The limit is told by the moment of its end, in seconds, which the reply's own date turns into a wait. */
function untilReset(headers: RawReply['headers']): number | undefined {
  const [reset, now] = [Number(headers['x-ratelimit-reset']) * 1000, Date.parse(headers.date ?? '')];
  const wait = reset - now;
  return Number.isFinite(wait) && wait > 0 ? wait : undefined;
}
