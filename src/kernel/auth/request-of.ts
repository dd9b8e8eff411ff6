import type { ExecutionContext } from '@nestjs/common';
import type { RequestContext } from '../context/index.js';

/** What kernel/web and kernel/graphql leave on the request for the guard and for `@Ctx()`. */
export interface RequestCarrier {
  requestContext?: RequestContext;
  /** Why the presented credentials were refused; thrown only where an operation needs them. */
  authenticationFault?: Error | undefined;
  /** When what proved it expires; a WebSocket closes then. */
  expiresAt?: Date | undefined;
  /** The client's address, as Fastify gives it. */
  ip?: string | undefined;
}

/** GraphQL resolvers are called with `(parent, args, { request }, info)`, controllers with `(request, reply)`. */
export function requestOf(execution: ExecutionContext): RequestCarrier {
  if (execution.getType<'http' | 'graphql'>() === 'graphql') {
    return execution.getArgByIndex<{ request: RequestCarrier }>(2).request;
  }
  return execution.switchToHttp().getRequest<RequestCarrier>();
}
