import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config, runtimeConfig } from '../../kernel/config/index.js';
import { csrfHeader, sessionCookieName } from '../../kernel/web/index.js';
import { AccessTokens } from './access-token.js';
import type { SignedIn } from './session-issuer.js';
import type { RefreshKind } from './sessions.service.js';

export const refreshCookieName = 'ab_refresh';
/** The one cookie that scripts may read, to send it back as a header: another site's scripts can do neither. */
const csrfCookieName = 'ab_csrf';
const refreshPath = '/api/session';

/** A session whose tokens no script sees: in cookies, httpOnly but for the CSRF token. */
@Injectable()
export class SessionCookies {
  readonly #secure: boolean;

  constructor(
    private readonly tokens: AccessTokens,
    config: Config,
  ) {
    this.#secure = config.get(runtimeConfig).publicUrl?.startsWith('https:') ?? false;
  }

  /** Puts the tokens into cookies. @returns the CSRF token of the session. */
  set(reply: FastifyReply, signedIn: SignedIn): string {
    const { sessionId, accessToken, expiresAt, refreshToken, refreshExpiresAt } = signedIn;
    const csrfToken = this.tokens.csrfToken(sessionId);
    const secure = this.#secure;
    const httpOnly = true;
    void reply
      .setCookie(sessionCookieName, accessToken, { secure, httpOnly, sameSite: 'lax', path: '/', expires: expiresAt })
      .setCookie(refreshCookieName, refreshToken, {
        ...{ secure, httpOnly, sameSite: 'strict' as const },
        path: refreshPath,
        expires: refreshExpiresAt,
      })
      .setCookie(csrfCookieName, csrfToken, { secure, sameSite: 'lax', path: '/', expires: refreshExpiresAt });
    return csrfToken;
  }

  clear(reply: FastifyReply): void {
    void reply
      .clearCookie(sessionCookieName, { path: '/' })
      .clearCookie(refreshCookieName, { path: refreshPath })
      .clearCookie(csrfCookieName, { path: '/' });
  }

  /** @returns undefined for a browser without a session. */
  refreshTokenOf({ cookies }: FastifyRequest): string | undefined {
    return cookies[refreshCookieName];
  }

  proofOf({ headers }: FastifyRequest): RefreshKind {
    return { kind: 'cookie', csrfToken: [headers[csrfHeader]].flat()[0] };
  }
}
