import type { Connector, LimitedAccess, PacedRequest, RateLimit } from '../core/connector.js';

/** The limits of its vendor that one request counts against. */
export function limitsOn({ rateLimits = [] }: Connector, access: LimitedAccess, request: PacedRequest): RateLimit[] {
  const limits = typeof rateLimits === 'function' ? rateLimits(access) : rateLimits;
  return limits.filter(({ group }) => group?.covers(request) ?? true);
}
