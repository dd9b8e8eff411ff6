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

export interface RestErrorAnswer {
  status: number;
  headers: Record<string, string>;
  body: RestError;
  /** Whether it is a fault of this server. */
  unexpected: boolean;
}

/** An error in the one form that REST has, for whoever sent the request. */
export function restAnswerOf(error: unknown, request: { requestId: string; locale: Locale }): RestErrorAnswer {
  const known = asAppError(error);
  const { code, reason, message, status, retryAfterMs, fields } = toClientError(known ?? error, request.locale);
  return {
    status: known instanceof HttpFault ? known.status : status,
    headers: retryAfterMs === undefined ? {} : { 'retry-after': `${Math.max(1, Math.ceil(retryAfterMs / 1_000))}` },
    body: { error: { code, reason, message, requestId: request.requestId, ...(fields && { fields }) } },
    unexpected: !known || known.kind === 'internal',
  };
}

/** Answers with an error. @returns whether it is a fault of this server. */
export function sendRestError(error: unknown, request: FastifyRequest, reply: FastifyReply): boolean {
  const { status, headers, body, unexpected } = restAnswerOf(error, {
    requestId: request.id,
    locale: localeOf(request),
  });
  void reply.code(status).headers(headers).type('application/json; charset=utf-8').send(body);
  return unexpected;
}
