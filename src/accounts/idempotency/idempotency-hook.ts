import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { AppLogger } from '../../kernel/observability/index.js';
import { refreshCookieName } from '../sessions/session-cookies.js';
import { graphqlMutation } from './graphql-mutation.js';
import { IdempotencyService, type KeyLease } from './idempotency.service.js';
import { fingerprintOf } from './request-fingerprint.js';
import type { StoredReply } from './stored-reply.js';

const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const keptHeaders = ['content-type', 'location', 'set-cookie'] as const;

/**
 * Honours `Idempotency-Key` on every mutation and every REST write, at the door: whatever a route does, it needs to know
 * nothing of it. Webhooks have their own ways to be idempotent, and carry no context.
 */
@Injectable()
export class IdempotencyHook {
  readonly #leases = new WeakMap<FastifyRequest, KeyLease>();

  constructor(
    private readonly service: IdempotencyService,
    private readonly log: AppLogger,
    @Inject(HttpAdapterHost) host: HttpAdapterHost<FastifyAdapter>,
  ) {
    const fastify = host.httpAdapter.getInstance<FastifyInstance>();
    const before = (request: FastifyRequest, reply: FastifyReply) => this.before(request, reply);
    const after = (request: FastifyRequest, reply: FastifyReply, payload: unknown) =>
      this.after(request, reply, payload);
    fastify.addHook('onRoute', (route: RouteOptions) => {
      if (![route.method].flat().some((method) => writes.has(method))) return;
      route.preHandler = [...[route.preHandler ?? []].flat(), before];
      route.onSend = [after, ...[route.onSend ?? []].flat()];
    });
  }

  private async before(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const key = request.headers['idempotency-key'];
    const ctx = request.requestContext;
    if (key === undefined || !ctx || !isWrite(request)) return undefined;
    const { method, url, body, ip, cookies } = request;
    // The body of a browser's refresh is empty: without its cookie, whoever shares its address would get its session.
    const proof = ctx.actor.kind === 'anonymous' ? cookies[refreshCookieName] : undefined;
    const fingerprint = fingerprintOf({ method, url, body, proof });
    const begun = await this.service.begin(ctx, { key: [key].flat().join(), fingerprint, address: ip });
    if ('body' in begun) return replay(reply, begun);
    this.#leases.set(request, begun);
    return undefined;
  }

  private async after(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
    const lease = this.#leases.get(request);
    if (!lease) return payload;
    this.#leases.delete(request);
    // The work is done: whether its reply could be kept must not change the answer.
    await this.service
      .finish(lease, toStoredReply(reply, payload))
      .catch((error: unknown) => this.log.error('accounts.idempotency.reply_not_kept', { error }));
    return payload;
  }
}

function isWrite(request: FastifyRequest): boolean {
  if (!writes.has(request.method)) return false;
  return request.routeOptions.url === '/graphql' ? graphqlMutation(request.body) : true;
}

function toStoredReply(reply: FastifyReply, payload: unknown): StoredReply | null {
  if (payload !== null && payload !== undefined && typeof payload !== 'string' && !Buffer.isBuffer(payload))
    return null;
  const headers: StoredReply['headers'] = {};
  for (const name of keptHeaders) {
    const value = reply.getHeader(name);
    if (value !== undefined) headers[name] = Array.isArray(value) ? value : String(value);
  }
  return { status: reply.statusCode, headers, body: payload?.toString() ?? '' };
}

function replay(reply: FastifyReply, { status, headers, body }: StoredReply): FastifyReply {
  return reply.code(status).headers(headers).header('idempotency-replayed', 'true').send(body);
}
