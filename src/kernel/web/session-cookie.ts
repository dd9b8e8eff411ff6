import { fastifyCookie } from '@fastify/cookie';

/** The httpOnly cookie that opens the same doors as a bearer token, next to the `X-CSRF-Token` header. */
export const sessionCookieName = 'ab_session';

export const csrfHeader = 'x-csrf-token';

/** The session in a `Cookie` header, for requests that Fastify does not see: WebSocket handshakes. */
export function sessionCookieIn(cookieHeader: string | undefined): string | undefined {
  return cookieHeader === undefined ? undefined : fastifyCookie.parse(cookieHeader)[sessionCookieName];
}
