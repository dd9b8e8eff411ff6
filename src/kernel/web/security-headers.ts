import type { FastifyReply } from 'fastify';

/** An API answers data: no page may run, frame or sniff it, and no cache may keep it. */
const always: readonly (readonly [name: string, value: string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['cache-control', 'no-store'],
];

/** Sets what every answer to a browser or client has; a route that serves a page sets its own over it. */
export function securityHeaders(options: { https: boolean }): (reply: FastifyReply) => void {
  const headers = options.https ? [...always, ['strict-transport-security', 'max-age=31536000'] as const] : always;
  return (reply) => {
    for (const [name, value] of headers) void reply.header(name, value);
  };
}
