import type { FastifyInstance } from 'fastify';
import { defineHistogram, latencyBuckets } from '../observability/index.js';

const duration = defineHistogram({
  name: 'http_request_duration_seconds',
  help: 'HTTP requests, by route and status.',
  labels: ['method', 'route', 'status'],
  buckets: latencyBuckets,
});

/** Measures every request by its route, never by its address: addresses hold ids. */
export function measureRequests(fastify: FastifyInstance): void {
  const series = new Map<string, { observe(seconds: number): void }>();
  fastify.addHook('onResponse', (request, reply, done) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: String(reply.statusCode),
    };
    // Finding a series by its labels costs more than observing.
    const key = `${labels.method} ${labels.route} ${labels.status}`;
    let observed = series.get(key);
    if (!observed) {
      observed = duration.labels(labels);
      series.set(key, observed);
    }
    observed.observe(reply.elapsedTime / 1_000);
    done();
  });
}
