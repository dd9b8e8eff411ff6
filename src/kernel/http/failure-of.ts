import { AppError } from '../errors/index.js';
import { UpstreamUnavailable, type RequestFacts } from './http.errors.js';
import type { PreparedCall } from './prepared-call.js';

/** Before the first byte of the request left: name not found, no connection, certificate refused. */
const unsentCodes =
  /^(UND_ERR_CONNECT_TIMEOUT|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|CERT_.*|ERR_TLS_.*|ERR_SSL_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|UNABLE_TO_.*)$/;
/** The request as it was put together, which only its author can mend. */
const ownFaults = /^(UND_ERR_(INVALID|NOT_SUPPORTED|REQ_).*|ERR_INVALID_.*)$/;

interface Circumstances {
  facts: RequestFacts;
  timedOut: boolean;
}

/** What an exception of the resolver, the socket or the HTTP parser means. */
export function failureOf(error: unknown, call: PreparedCall<unknown>, { facts, timedOut }: Circumstances): Error {
  if (error instanceof AppError) return error;
  const outcomeUnknown = !call.repeatable;
  if (timedOut) return new UpstreamUnavailable('TIMED_OUT', facts, { outcomeUnknown });
  const cause = plainCause(error, call);
  const code = codeOf(error);
  if (unsentCodes.test(code)) return new UpstreamUnavailable('UNREACHABLE', facts, { cause });
  if (ownFaults.test(code)) return cause;
  // The socket broke, or what came back was no HTTP.
  return new UpstreamUnavailable('FAILED', facts, { cause, outcomeUnknown });
}

/** The library's errors can hold parts of request and reply, so only their words are kept, secrets blacked out. */
function plainCause(error: unknown, call: PreparedCall<unknown>): Error {
  const message = error instanceof Error && error.message !== '' ? error.message : codeOf(error);
  return new Error(`${call.target.name}: ${call.redactor.text(message)}`);
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
