import { Inject, Injectable, SetMetadata, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** Routes on Fastify itself, for what cannot afford Nest's pipeline or needs the raw bytes. */
export interface RawRoutesSource {
  /**
   * @param scope A child scope of its own. Its requests have an id and nothing else: no context, no security headers.
   * @example
   * registerRoutes(scope: FastifyInstance) {
   *   acceptRawBodies(scope, 5 * 1024 * 1024);
   *   scope.post('/api/v1/webhooks/vapi', (request, reply) => this.take(request, reply));
   * }
   */
  registerRoutes(scope: FastifyInstance): void | Promise<void>;
}

const rawRoutesKey = 'raw-routes';

/** Marks a provider that implements `RawRoutesSource`. It is found at boot; nothing else needs to know it. */
export const RawRoutes = (): ClassDecorator => SetMetadata(rawRoutesKey, true);

/** Gives the handlers of a scope the bytes of every body, whatever its type. */
export function acceptRawBodies(scope: FastifyInstance, bodyLimit: number): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
}

/** Registers all raw routes once every provider is ready. */
@Injectable()
export class RawRoutesRegistrar implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost<FastifyAdapter>,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!metatype || !Reflect.getMetadata(rawRoutesKey, metatype)) continue;
      if (!isSource(instance)) throw new Error(`@RawRoutes() ${metatype.name} needs a method registerRoutes(scope).`);
      await fastify.register(async (scope) => {
        scope.decorate('hasRawRoutes', true);
        await instance.registerRoutes(scope);
      });
    }
  }
}

function isSource(value: unknown): value is RawRoutesSource {
  return (
    typeof value === 'object' &&
    value !== null &&
    'registerRoutes' in value &&
    typeof value.registerRoutes === 'function'
  );
}
