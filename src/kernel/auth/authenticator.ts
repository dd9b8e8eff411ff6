import type { Actor } from '../context/index.js';
import type { Locale } from '../errors/index.js';

/** What of a request or a WebSocket can prove who sends it. */
export interface PresentedCredentials {
  /** The `Authorization` header, whole. */
  authorization?: string | undefined;
  /** The session cookie's value. */
  sessionCookie?: string | undefined;
  /** The `X-CSRF-Token` header; needed next to a cookie, for everything. */
  csrfToken?: string | undefined;
  /** `X-Workspace-Id`: narrows what a platform ADMIN does to one workspace. */
  workspaceId?: string | undefined;
}

export interface Identity {
  actor: Actor;
  workspaceId: string;
  /** `admin` for a platform ADMIN who has not entered a workspace. */
  access: 'tenant' | 'admin';
  /** The user's own language, where known; else the request decides. */
  locale?: Locale | undefined;
  expiresAt?: Date | undefined;
}

/** Proves who sends a request. Implemented by the accounts module. */
export abstract class Authenticator {
  /**
   * @returns null when nothing was presented.
   * @throws TokenRefused, CsrfRefused when something was presented that does not hold.
   */
  abstract authenticate(presented: PresentedCredentials): Promise<Identity | null>;

  /**
   * Whose browser this is, by its session cookie alone: for a page that another site leads to, which can bring no CSRF header.
   * It opens no door: what the page does has to be proved otherwise. Null where the cookie proves nobody.
   */
  abstract userOfCookie(sessionCookie: string): Promise<string | null>;
}
