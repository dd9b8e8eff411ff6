import { SetMetadata } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';

/** A request as it came in, its body read. */
export interface RawHttpRequest {
  id: string;
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The segment after the route's path; undefined when there is none. */
  parameter: string | undefined;
}

export interface RawAnswer {
  contentType: string;
  body: string;
}

/** A POST route on Node's own server. */
export interface RawRoute {
  path: string;
  /** Bytes that a body may have; more is answered with 413. */
  bodyLimit: number;
  /** The content of the 200. What it throws is answered in the one form that REST errors have. */
  answer(request: RawHttpRequest): Promise<RawAnswer>;
}

/**
 * Routes on Node's own server, for what comes by the thousand and needs the bytes as they were sent: no Nest, no Fastify,
 * no context, no security headers (docs/performance.md has what that saves).
 *
 * @example
 * rawRoutes() {
 *   return [{ path: '/api/v1/webhooks/vapi', bodyLimit: 5_000_000, answer: (request) => this.take(request) }];
 * }
 */
export interface RawRoutesSource {
  rawRoutes(): readonly RawRoute[];
}

export const rawRoutesKey = 'raw-routes';

/** Marks a provider that implements `RawRoutesSource`. It is found at boot; nothing else needs to know it. */
export const RawRoutes = (): ClassDecorator => SetMetadata(rawRoutesKey, true);
