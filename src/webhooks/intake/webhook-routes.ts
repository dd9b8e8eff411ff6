import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Config, runtimeConfig } from '../../kernel/config/index.js';
import { acceptRawBodies, RawRoutes, type RawRoutesSource } from '../../kernel/web/index.js';
import type { RawRequest, WebhookSourceContract } from '../webhook-source.js';
import { WebhookSourceRegistry } from '../webhook-source.registry.js';
import { Intake } from './intake.service.js';

/**
 * The routes of all sources, on the Fastify instance itself in a scope that reads bodies as bytes: half as fast again as
 * Nest controllers (docs/performance.md). Their access rule is the source's proof.
 */
@RawRoutes()
@Injectable()
export class WebhookRoutes implements RawRoutesSource {
  readonly #publicUrl: string;

  constructor(
    private readonly sources: WebhookSourceRegistry,
    private readonly intake: Intake,
    config: Config,
  ) {
    const { publicUrl, port } = config.get(runtimeConfig);
    this.#publicUrl = publicUrl ?? `http://localhost:${port}`;
  }

  registerRoutes(scope: FastifyInstance): void {
    const sources = this.sources.all();
    acceptRawBodies(scope, Math.max(1, ...sources.map(({ bodyLimit }) => bodyLimit)));
    for (const source of sources) this.serve(scope, source);
  }

  private serve(scope: FastifyInstance, source: WebhookSourceContract): void {
    const options = { bodyLimit: source.bodyLimit };
    const handler = (request: FastifyRequest, reply: FastifyReply) => this.answer(source, request, reply);
    for (const route of source.routes) {
      scope.post(route, options, handler);
      scope.post(`${route}/:endpointId`, options, handler);
    }
  }

  private async answer(source: WebhookSourceContract, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const delivery = {
      source,
      endpointId: endpointIdOf(request),
      request: this.rawRequest(request),
      requestId: request.id,
    };
    const content = await this.intake.accept(delivery);
    void reply.header('content-type', 'application/json; charset=utf-8');
    return JSON.stringify(content);
  }

  private rawRequest(request: FastifyRequest): RawRequest {
    const { headers } = request.raw;
    return {
      method: request.method,
      url: this.#publicUrl + request.url,
      raw: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      header: (name) => {
        const value = headers[name.toLowerCase()];
        return Array.isArray(value) ? value[0] : value;
      },
    };
  }
}

function endpointIdOf(request: FastifyRequest): string | undefined {
  const { params } = request;
  if (typeof params !== 'object' || params === null || !('endpointId' in params)) return undefined;
  return String(params.endpointId);
}
