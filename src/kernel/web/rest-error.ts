import type { FastifyReply, FastifyRequest } from 'fastify';
import { toClientError, toLocale, type Locale } from '../errors/index.js';
import { asAppError, HttpFault } from './http-fault.js';

/** The body of every REST answer that is an error. */
export interface RestError {
  error: {
    code: string;
    reason: string;
    message: string;
    requestId: string;
    fields?: { path: string; message: string }[];
  };
}

/** The language to answer a request in, also where it was refused before it had a context. */
export function localeOf(request: Pick<FastifyRequest, 'headers' | 'requestContext'>): Locale {
  return request.requestContext?.locale ?? toLocale(request.headers['accept-language']);
}

/** Answers with an error in the one form that REST has. @returns whether it is a fault of this server. */
export function sendRestError(error: unknown, request: FastifyRequest, reply: FastifyReply): boolean {
  const known = asAppError(error);
  const { code, reason, message, status, retryAfterMs, fields } = toClientError(known ?? error, localeOf(request));
  if (retryAfterMs !== undefined) void reply.header('retry-after', Math.max(1, Math.ceil(retryAfterMs / 1_000)));
  const body: RestError = { error: { code, reason, message, requestId: request.id, ...(fields && { fields }) } };
  void reply
    .code(known instanceof HttpFault ? known.status : status)
    .type('application/json; charset=utf-8')
    .send(body);
  return !known || known.kind === 'internal';
}
