import type { FastifyInstance, FastifyRequest, onRequestHookHandler, RouteOptions } from 'fastify';
import type { ContextFactory, RequestFacts } from '../auth/index.js';
import { logFieldsOf, quietPaths, withLogFields } from '../observability/index.js';
import { csrfHeader, sessionCookieName } from './session-cookie.js';

/**
 * Makes the context of every request to a route that takes one, before its body is read, and puts its ids on the lines
 * logged while it is served. Refused credentials do not refuse the request: the guard decides whether they were needed.
 */
export function establishContexts(fastify: FastifyInstance, contexts: ContextFactory): void {
  fastify.decorateRequest('requestContext', undefined);
  fastify.decorateRequest('authenticationFault', undefined);
  const establish: onRequestHookHandler = (request, _reply, done) => {
    contexts.fromRequest(requestFacts(request)).then(({ requestContext, authenticationFault }) => {
      request.requestContext = requestContext;
      if (authenticationFault !== undefined) request.authenticationFault = authenticationFault;
      withLogFields(logFieldsOf(requestContext), done);
    }, done);
  };
  fastify.addHook('onRoute', (route) => {
    if (takesContext(route)) prepend(route, establish);
  });
}

function takesContext({ config, url }: RouteOptions): boolean {
  return config?.withoutContext !== true && !quietPaths.has(url);
}

/** A HEAD route is made from its GET route, hooks included. */
function prepend(route: RouteOptions, hook: onRequestHookHandler): void {
  const own = [route.onRequest ?? []].flat();
  if (!own.includes(hook)) route.onRequest = [hook, ...own];
}

/** What a request says about who sends it and how it wants to be answered. */
function requestFacts({ id, headers, cookies }: FastifyRequest): RequestFacts {
  return {
    requestId: id,
    authorization: headers.authorization,
    sessionCookie: cookies[sessionCookieName],
    csrfToken: single(headers[csrfHeader]),
    workspaceId: single(headers['x-workspace-id']),
    acceptLanguage: headers['accept-language'],
    traceparent: single(headers.traceparent),
  };
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
