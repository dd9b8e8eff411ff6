import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Permission } from '../../kernel/auth/index.js';
import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { localeOf, readBody } from '../../kernel/web/index.js';
import { EndpointProofs, type ProvenEndpoint } from '../../webhooks/index.js';

/** Where Vapi may come in with the secret of its endpoint. */
export const calIntegrationPath = 'api/vapi/cal-integration';

/** As much as any JSON body of this server. */
const bodyLimit = 1024 * 1024;

const rights: readonly Permission[] = ['calendar:read', 'calendar:write', 'contacts:read', 'contacts:write'];

/**
 * Lets Vapi in to one route by what it proves for webhooks. The proof is over the bytes, so that they are read here and
 * handed on to the parser; whoever is signed in otherwise is not asked, and who proves nothing stays who they were.
 */
@Injectable()
export class VapiEntrance {
  constructor(
    private readonly proofs: EndpointProofs,
    @Inject(HttpAdapterHost) host: HttpAdapterHost<FastifyAdapter>,
  ) {
    const fastify = host.httpAdapter.getInstance<FastifyInstance>();
    const admit = (request: FastifyRequest, _reply: FastifyReply, body: Readable) => this.admit(request, body);
    fastify.addHook('onRoute', (route: RouteOptions) => {
      if (isDoor(route.url)) route.preParsing = [...[route.preParsing ?? []].flat(), admit];
    });
  }

  private async admit(request: FastifyRequest, body: Readable): Promise<Readable> {
    if (request.requestContext?.actor.kind !== 'anonymous') return body;
    const raw = await readBody(request.raw, bodyLimit);
    const { method, url, headers } = request;
    const endpointId = endpointOf(request.params);
    const taken = { method, url, headers, body: raw };
    const proven = await this.proofs.prove({ source: 'vapi', endpointId, request: taken });
    if (proven) {
      request.requestContext = contextOf(request, proven);
      request.authenticationFault = undefined;
    }
    return Readable.from(raw.length > 0 ? [raw] : []);
  }
}

function isDoor(url: string): boolean {
  return url === `/${calIntegrationPath}` || url.startsWith(`/${calIntegrationPath}/`);
}

function endpointOf(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('endpointId' in params)) return undefined;
  return typeof params.endpointId === 'string' && params.endpointId !== '' ? params.endpointId : undefined;
}

function contextOf(request: FastifyRequest, { account, workspaceId }: ProvenEndpoint): RequestContext {
  const { traceparent } = request.headers;
  const system = systemContext({
    actor: `vapi.${account}`,
    workspaceId,
    requestId: request.id,
    traceparent: Array.isArray(traceparent) ? traceparent[0] : traceparent,
  });
  return { ...system, locale: localeOf(request), actor: { ...system.actor, permissions: rights } };
}
