import type { FastifyInstance } from 'fastify';
import { defineHistogram, latencyBuckets } from '../observability/index.js';

const duration = defineHistogram({
  name: 'http_request_duration_seconds',
  help: 'HTTP requests, by route and status.',
  labels: ['method', 'route', 'status'],
  buckets: latencyBuckets,
});

interface Served {
  method: string;
  /** As it was declared, never an address: addresses hold ids. */
  route: string;
  status: number;
}

const series = new Map<string, { observe(seconds: number): void }>();

export function observeRequest({ method, route, status }: Served, seconds: number): void {
  // Finding a series by its labels costs more than observing.
  const key = `${method} ${route} ${status}`;
  let observed = series.get(key);
  if (!observed) {
    observed = duration.labels({ method, route, status: String(status) });
    series.set(key, observed);
  }
  observed.observe(seconds);
}

/** Measures every request that Fastify serves. */
export function measureRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    observeRequest({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
    done();
  });
}
