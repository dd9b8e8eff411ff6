import type { WireReply } from './exchange.js';
import { readRetryAfter } from './back-off.js';
import {
  CredentialRejected,
  ReplyRefused,
  RightsMissing,
  UpstreamRateLimited,
  UpstreamRefused,
  UpstreamUnavailable,
  type HttpFailure,
  type RequestFacts,
} from './http.errors.js';
import type { HttpReply, Verdict } from './http-request.js';
import type { PreparedCall } from './prepared-call.js';
import { ReplyFault } from './reply-reader.js';

const quotedCharacters = 2000;
const saidCharacters = 300;

/** Turns what came over the wire into the caller's value or into the failure that it means. */
export function judgeReply<T>(
  call: PreparedCall<T>,
  reply: WireReply,
  facts: RequestFacts,
): HttpReply<T> | HttpFailure {
  const { status, headers } = reply;
  const known = { ...facts, status };
  const verdict = verdictOn(call, reply);
  if (verdict) return failureBy(verdict, { call, reply, known });
  if (status >= 200 && status < 300) return readReply(call, reply, known);
  if (status === 401 || status === 403) return new CredentialRejected(known);
  const retryAfterMs = readRetryAfter(headers['retry-after'], Date.now());
  if (status === 429) return new UpstreamRateLimited(known, retryAfterMs);
  if (status >= 500 || status === 408 || status === 425) {
    return new UpstreamUnavailable('FAILED', known, { retryAfterMs, outcomeUnknown: !call.repeatable });
  }
  if (status < 400) return new ReplyRefused('REDIRECT_REFUSED', { ...known, fault: 'redirect not followed' });
  return new UpstreamRefused(known, quoted(call, reply));
}

function verdictOn(call: PreparedCall<unknown>, { status, headers, body }: WireReply): Verdict | null {
  const { judge } = call.target;
  return judge ? judge({ status, headers, text: body.toString('utf8') }) : null;
}

function failureBy(
  verdict: Verdict,
  { call, reply, known }: { call: PreparedCall<unknown>; reply: WireReply; known: Known },
): HttpFailure {
  const { kind, code, message, missing } = verdict;
  const black = (text: string) => call.redactor.text(text).slice(0, saidCharacters);
  const said = { code: code && black(code), message: message && black(message), missing: missing?.map(black) };
  const retryAfterMs = verdict.retryAfterMs ?? readRetryAfter(reply.headers['retry-after'], Date.now());
  switch (kind) {
    case 'credential_rejected':
      return new CredentialRejected(known, said);
    case 'rights_missing':
      return new RightsMissing(known, said);
    case 'rate_limited':
      return new UpstreamRateLimited(known, retryAfterMs, said);
    case 'upstream_unavailable':
      return new UpstreamUnavailable('FAILED', known, { retryAfterMs, outcomeUnknown: !call.repeatable, said });
    default:
      return new UpstreamRefused(known, quoted(call, reply), { kind, said });
  }
}

function quoted(call: PreparedCall<unknown>, { body }: WireReply): string {
  return call.redactor.text(body.toString('utf8')).slice(0, quotedCharacters);
}

type Known = RequestFacts & { status: number };

function readReply<T>(call: PreparedCall<T>, reply: WireReply, known: Known): HttpReply<T> | ReplyRefused {
  const { status, headers, body, complete } = reply;
  const options = { outcomeUnknown: !call.repeatable };
  if (!complete) {
    return new ReplyRefused('REPLY_TOO_LARGE', { ...known, fault: `over ${call.maxReplyBytes} bytes` }, options);
  }
  try {
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity') throw new ReplyFault('compressed although not asked for');
    return { status, headers, body: call.request.reply.read(body), attempts: known.attempts };
  } catch (error) {
    if (!(error instanceof ReplyFault)) throw error;
    const fault = call.redactor.text(error.message);
    return new ReplyRefused('REPLY_NOT_UNDERSTOOD', { ...known, fault }, options);
  }
}
