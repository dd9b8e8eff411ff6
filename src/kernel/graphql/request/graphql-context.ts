import type { IncomingHttpHeaders } from 'node:http';
import type { RequestCarrier } from '../../auth/index.js';
import type { RequestContext } from '../../context/index.js';
import type { ValidOperation } from '../limits/valid-operation.js';

/** The request behind an operation: Fastify's own over HTTP, a small stand-in over a WebSocket. */
export interface GraphqlRequest extends RequestCarrier {
  readonly id: string;
  /** Absent over a WebSocket. */
  readonly method?: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * The third argument of every resolver. A field resolver without parameter decorators is called bare, which is cheap in
 * lists: `(parent, args, context: GraphqlContext)`.
 */
export class GraphqlContext {
  /** What is asked, once it is known to fit the schema. An object of its own: Apollo works on a copy of this one. */
  readonly asked: { operation?: ValidOperation } = {};

  constructor(readonly request: GraphqlRequest) {}
}

/** The request's context, for field resolvers that are called bare; others take `@Ctx()`. */
export function contextOf(context: GraphqlContext): RequestContext {
  const { requestContext } = context.request;
  if (!requestContext) throw new Error('The request reached GraphQL without a context.');
  return requestContext;
}

/** One header of the request, such as `idempotency-key`; undefined when absent. */
export function requestHeader(context: GraphqlContext, name: Lowercase<string>): string | undefined {
  const value = context.request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
