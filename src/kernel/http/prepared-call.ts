import { Secret } from '../config/index.js';
import { Redactor } from '../observability/index.js';
import type { WireRequest } from './exchange.js';
import type { RequestFacts } from './http.errors.js';
import type { HttpBody, HttpHeaders, HttpMethod, HttpRequest, HttpTarget } from './http-request.js';

import { queryPairs, requestUrl } from './request-url.js';
import { revealed, secretTexts } from './secrets-of.js';

const repeatableMethods: ReadonlySet<HttpMethod> = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);
const defaults = { retries: 2, timeoutMs: 30_000, maxReplyBytes: 10 * 1024 * 1024 };

/** A request with all that its attempts share. */
export interface PreparedCall<T> {
  target: HttpTarget;
  request: HttpRequest<T>;
  wire: WireRequest;
  /** Sending it twice has one effect. */
  repeatable: boolean;
  redactor: Redactor;
  retries: number;
  timeoutMs: number;
  maxReplyBytes: number;
  redirects: number;
}

export function prepareCall<T>(target: HttpTarget, request: HttpRequest<T>): PreparedCall<T> {
  const { method = 'GET', idempotencyKey, readOnly = false } = request;
  const {
    retries = defaults.retries,
    timeoutMs = defaults.timeoutMs,
    maxReplyBytes = defaults.maxReplyBytes,
  } = request;
  const { headers, query, body } = request;
  return {
    target,
    request,
    wire: {
      method,
      url: requestUrl(target.baseUrl, request.path, query),
      headers: wireHeaders(target, request),
      body: body && encodeBody(body),
    },
    repeatable: repeatableMethods.has(method) || readOnly || idempotencyKey !== undefined,
    redactor: new Redactor(secretTexts(target.headers, target.secrets, headers, query, body)),
    retries,
    timeoutMs,
    maxReplyBytes,
    redirects: method === 'GET' || method === 'HEAD' ? (request.followRedirects ?? 0) : 0,
  };
}

export function factsOf(call: PreparedCall<unknown>, attempts: number): RequestFacts {
  const { method, url } = call.wire;
  const { name: target, title } = call.target;
  return {
    target,
    ...(title !== undefined && { title }),
    method,
    url: call.redactor.text(url.origin + url.pathname),
    attempts,
  };
}

/** What may be sent to any host: nothing that says who we are. */
export function anonymousHeaders(request: HttpRequest<unknown>): Record<string, string> {
  return { 'user-agent': 'agent-builder', accept: request.reply.accept };
}

function wireHeaders(target: HttpTarget, request: HttpRequest<unknown>): Record<string, string> {
  const { body, idempotencyKey } = request;
  return {
    ...anonymousHeaders(request),
    ...(body && { 'content-type': contentType(body) }),
    ...(idempotencyKey !== undefined && {
      [(target.idempotencyHeader ?? 'idempotency-key').toLowerCase()]: idempotencyKey,
    }),
    ...plainHeaders(target.headers),
    ...plainHeaders(request.headers),
  };
}

function plainHeaders(headers: HttpHeaders = {}): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name.toLowerCase()] = value instanceof Secret ? value.reveal() : value;
  }
  return plain;
}

function contentType(body: HttpBody): string {
  if ('json' in body) return 'application/json';
  return 'form' in body ? 'application/x-www-form-urlencoded' : body.contentType;
}

function encodeBody(body: HttpBody): string | Uint8Array {
  if ('json' in body) return JSON.stringify(revealed(body.json));
  return 'form' in body ? new URLSearchParams(queryPairs(body.form)).toString() : body.bytes;
}
