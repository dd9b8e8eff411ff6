import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { toLocale } from '../errors/index.js';
import { AppLogger } from '../observability/index.js';
import { readBody } from './raw-body.js';
import { rawRoutesKey, type RawAnswer, type RawRoute, type RawRoutesSource } from './raw-routes.js';
import { requestIdHeader, requestIdOf } from './request-id.js';
import { observeRequest } from './request-metrics.js';
import { restAnswerOf } from './rest-error.js';

interface Match {
  route: RawRoute;
  /** For metrics: never the address itself, which holds ids. */
  pattern: string;
  parameter: string | undefined;
}

/** Serves the routes of `@RawRoutes()` before Fastify sees a request. */
@Injectable()
export class RawRouter implements OnApplicationBootstrap {
  readonly #routes = new Map<string, RawRoute>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly log: AppLogger,
  ) {}

  onApplicationBootstrap(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!metatype || !Reflect.getMetadata(rawRoutesKey, metatype)) continue;
      if (!isSource(instance)) throw new Error(`@RawRoutes() ${metatype.name} needs a method rawRoutes().`);
      for (const route of instance.rawRoutes()) this.add(route);
    }
  }

  /** @returns whether the request is served here. */
  take(request: IncomingMessage, response: ServerResponse): boolean {
    const match = request.method === 'POST' ? this.match(request.url ?? '/') : undefined;
    if (match) void this.serve(match, request, response);
    return match !== undefined;
  }

  private add(route: RawRoute): void {
    if (this.#routes.has(route.path)) throw new Error(`Two parts serve ${route.path}.`);
    this.#routes.set(route.path, route);
  }

  private match(url: string): Match | undefined {
    const query = url.indexOf('?');
    const whole = query === -1 ? url : url.slice(0, query);
    const path = whole.endsWith('/') ? whole.slice(0, -1) : whole;
    const exact = this.#routes.get(path);
    if (exact) return { route: exact, pattern: exact.path, parameter: undefined };
    const slash = path.lastIndexOf('/');
    const route = this.#routes.get(path.slice(0, slash));
    return route && { route, pattern: `${route.path}/:id`, parameter: decoded(path.slice(slash + 1)) };
  }

  private async serve(match: Match, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    const id = requestIdOf(request);
    try {
      const body = await readBody(request, match.route.bodyLimit);
      const { method = '', url = '', headers } = request;
      const answer = await match.route.answer({ id, method, url, headers, body, parameter: match.parameter });
      send(response, { ...answer, status: 200, headers: { [requestIdHeader]: id } });
    } catch (error) {
      this.refuse(error, { id, match, request, response });
    }
    if (!response.headersSent) return;
    const seconds = (performance.now() - startedAt) / 1_000;
    observeRequest({ method: 'POST', route: match.pattern, status: response.statusCode }, seconds);
  }

  private refuse(error: unknown, { id, match, request, response }: Refused): void {
    if (request.destroyed && !request.complete) return;
    const { status, headers, body, unexpected } = restAnswerOf(error, {
      requestId: id,
      locale: toLocale(request.headers['accept-language']),
    });
    if (unexpected) this.log.error('http.unexpected_error', { requestId: id, route: match.pattern, error });
    else if (status === 503) this.log.warn('http.unavailable', { requestId: id, route: match.pattern, error });
    // What is left of a body that nobody reads would be taken for the next request.
    const ending = request.complete ? {} : { connection: 'close' };
    send(response, {
      status,
      headers: { ...headers, ...ending, [requestIdHeader]: id },
      contentType: 'application/json; charset=utf-8',
      body: JSON.stringify(body),
    });
  }
}

interface Refused {
  id: string;
  match: Match;
  request: IncomingMessage;
  response: ServerResponse;
}

function send(response: ServerResponse, answer: RawAnswer & { status: number; headers: Record<string, string> }): void {
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'content-length': Buffer.byteLength(answer.body),
    ...answer.headers,
    ...(isClosing(response) && { connection: 'close' }),
  });
  response.end(answer.body);
}

/** A server that listens no more tells its clients not to send on this connection again. */
function isClosing({ socket }: ServerResponse): boolean {
  return socket !== null && 'server' in socket && isStopped(socket.server);
}

function isStopped(server: unknown): boolean {
  return typeof server === 'object' && server !== null && 'listening' in server && server.listening === false;
}

/** As it is where it cannot be decoded: it names nothing then, and is refused as such. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function isSource(value: unknown): value is RawRoutesSource {
  return typeof value === 'object' && value !== null && 'rawRoutes' in value && typeof value.rawRoutes === 'function';
}
