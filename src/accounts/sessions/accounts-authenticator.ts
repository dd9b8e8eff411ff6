import { Injectable } from '@nestjs/common';
import {
  Authenticator,
  CsrfRefused,
  permissions,
  permissionsOfRole,
  TokenRefused,
  type Identity,
  type PresentedCredentials,
} from '../../kernel/auth/index.js';
import { toLocale } from '../../kernel/errors/index.js';
import { ApiKeyAuthenticator } from '../api-keys/api-key-authenticator.js';
import { workspaceIdOf } from '../workspaces/workspace-header.js';
import { WorkspaceHeaderRefused } from '../workspaces/workspaces.errors.js';
import { AccessTokens, type AccessClaims } from './access-token.js';
import { AdminEntrance } from './admin-entrance.js';
import { LiveAccess, type UserAccess } from './live-access.js';

type Claims = AccessClaims & { expiresAt: Date };

/** Bearer tokens, API keys, and session cookies with their CSRF header: three keys to the same doors. */
@Injectable()
export class AccountsAuthenticator extends Authenticator {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly liveAccess: LiveAccess,
    private readonly apiKeys: ApiKeyAuthenticator,
    private readonly entrance: AdminEntrance,
  ) {
    super();
  }

  async authenticate(presented: PresentedCredentials): Promise<Identity | null> {
    const { authorization, sessionCookie } = presented;
    if (authorization !== undefined) return this.byHeader(authorization, presented);
    if (sessionCookie !== undefined) return this.byCookie(sessionCookie, presented);
    return null;
  }

  async userOfCookie(sessionCookie: string): Promise<string | null> {
    return (await this.tokens.read(sessionCookie, 'cookie'))?.userId ?? null;
  }

  private async byHeader(authorization: string, presented: PresentedCredentials): Promise<Identity> {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw new TokenRefused();
    if (token.startsWith('ab_')) return this.apiKeys.authenticate(token, presented.workspaceId);
    const claims = await this.tokens.read(token, 'bearer');
    if (!claims) throw new TokenRefused();
    return this.identify(claims, presented.workspaceId);
  }

  private async byCookie(cookie: string, presented: PresentedCredentials): Promise<Identity> {
    const claims = await this.tokens.read(cookie, 'cookie');
    if (!claims) throw new TokenRefused();
    if (!this.tokens.matchesCsrfToken(claims.sessionId, presented.csrfToken)) throw new CsrfRefused();
    return this.identify(claims, presented.workspaceId);
  }

  private async identify(claims: Claims, wanted: string | undefined): Promise<Identity> {
    const access = await this.liveAccess.ofUser(claims);
    if (!access?.open) throw new TokenRefused();
    if (access.userRole === 'ADMIN') return this.asAdmin(claims, access, wanted);
    if (claims.access === 'admin' || access.memberRole === null) throw new TokenRefused();
    if (wanted !== undefined && workspaceIdOf(wanted) !== claims.workspaceId) throw new WorkspaceHeaderRefused();
    return {
      ...common(claims, access),
      access: 'tenant',
      actor: { ...person(claims), role: access.memberRole, permissions: permissionsOfRole[access.memberRole] },
    };
  }

  private async asAdmin(claims: Claims, access: UserAccess, wanted: string | undefined): Promise<Identity> {
    const admin: Identity = {
      ...common(claims, access),
      access: claims.access,
      actor: { ...person(claims), role: 'ADMIN', permissions },
    };
    if (wanted === undefined) return admin;
    const workspaceId = workspaceIdOf(wanted);
    await this.entrance.enter(admin.actor, workspaceId);
    return { ...admin, workspaceId, access: 'tenant' };
  }
}

function common(claims: Claims, access: UserAccess): Pick<Identity, 'workspaceId' | 'locale' | 'expiresAt'> {
  return { workspaceId: claims.workspaceId, locale: toLocale(access.locale), expiresAt: claims.expiresAt };
}

function person({ userId, sessionId, type }: Claims) {
  return { id: userId, userId, kind: 'user' as const, session: { id: sessionId, kind: type } };
}
