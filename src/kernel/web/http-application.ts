import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ContextFactory } from '../auth/index.js';
import { runtimeConfig, type Config } from '../config/index.js';
import { AppLogger } from '../observability/index.js';
import './fastify-request.js';
import { RawRouter } from './raw-router.js';
import { establishContexts } from './request-context.hook.js';
import { requestIdHeader, requestIdOf } from './request-id.js';
import { measureRequests } from './request-metrics.js';
import { sendRestError } from './rest-error.js';
import { RestErrorFilter } from './rest-error.filter.js';
import { securityHeaders } from './security-headers.js';
import { webConfig } from './web.config.js';
import { WebModule } from './web.module.js';

const bodyLimit = 1024 * 1024;

export interface HttpApplicationOptions {
  config: Config;
  /** Carries what Nest itself says. */
  logger?: LoggerService | false | undefined;
}

@Module({})
class HttpApplicationModule {}

/**
 * Builds the HTTP server around a root module, ready to `listen`: request ids, contexts, security headers, one form of
 * errors. Closing it finishes the requests that run. Providers of the root module must include `ContextFactory` and
 * the `Authenticator` behind it.
 */
export async function createHttpApplication(
  rootModule: Type | DynamicModule,
  { config, logger }: HttpApplicationOptions,
): Promise<NestFastifyApplication> {
  const root: DynamicModule = { module: HttpApplicationModule, imports: [rootModule, WebModule] };
  const front: Front = { take: () => false };
  const app = await NestFactory.create<NestFastifyApplication>(root, createAdapter(config, front), {
    ...(logger !== undefined && { logger }),
    // Fastify's own parser reads JSON; forms and texts are no part of this API, so that no form can post to it.
    bodyParser: false,
    abortOnError: false,
  });
  const rawRoutes = app.get(RawRouter, { strict: false });
  front.take = (request, response) => rawRoutes.take(request, response);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  await app.register(fastifyCookie);
  nameAndProtect(fastify, config);
  measureRequests(fastify);
  allowOrigins(app, config);
  establishContexts(fastify, app.get(ContextFactory, { strict: false }));
  app.useGlobalFilters(new RestErrorFilter(app.get(AppLogger, { strict: false })));
  return app;
}

/** Sees every request before Fastify does. @returns whether it serves it. */
interface Front {
  take(request: IncomingMessage, response: ServerResponse): boolean;
}

// A client that sends its request byte by byte holds a connection 30 s at most.
const timeouts = { requestTimeout: 30_000, keepAliveTimeout: 72_000 };

function createAdapter(config: Config, front: Front): FastifyAdapter {
  const { trustedProxies } = config.get(webConfig);
  const protect = protection(config);
  return new FastifyAdapter({
    bodyLimit,
    genReqId: requestIdOf,
    requestIdHeader: false,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 256 },
    // An address that cannot be read reaches no hook and no filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.header(requestIdHeader, request.id);
      protect(reply);
      sendRestError(error, request, reply);
    },
    serverFactory: (handler: RequestListener) => {
      const server = createServer(timeouts, (request, response) => {
        if (front.take(request, response)) return;
        response.once('close', () => leaveOnClose(server));
        void handler(request, response);
      });
      return server;
    },
    // On close, idle connections end at once and running requests are finished; what arrives meanwhile is served too.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // Nest middleware is not used here; its engine would look at every request.
    skipMiddie: true,
  });
}

/** A connection whose last answer came after the server began to close would be kept alive, and the server with it. */
function leaveOnClose(server: Server): void {
  if (!server.listening) setImmediate(() => server.closeIdleConnections());
}

function protection(config: Config): (reply: FastifyReply) => void {
  return securityHeaders({ https: config.get(runtimeConfig).publicUrl?.startsWith('https:') ?? false });
}

function nameAndProtect(fastify: FastifyInstance, config: Config): void {
  const protect = protection(config);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header(requestIdHeader, request.id);
    protect(reply);
    done();
  });
}

function allowOrigins(app: NestFastifyApplication, config: Config): void {
  const { corsOrigins } = config.get(webConfig);
  if (corsOrigins.length === 0) return;
  app.enableCors({
    origin: [...corsOrigins],
    credentials: true,
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: [requestIdHeader, 'retry-after'],
    maxAge: 600,
  });
}
