import { Injectable } from '@nestjs/common';
import {
  Authenticator,
  CsrfRefused,
  permissionsOfRole,
  TokenRefused,
  type Identity,
  type PresentedCredentials,
} from '../../auth/index.js';

export const workspaceId = '00000000-0000-7000-8000-0000000000aa';
export const csrfToken = 'the-token-of-every-session';

/** Knows its users by plain tokens: `Bearer owner`, or the same word as session cookie next to the CSRF token. */
@Injectable()
export class FakeAuthenticator extends Authenticator {
  userOfCookie(): Promise<null> {
    return Promise.resolve(null);
  }

  readonly identities = new Map<string, Identity>([
    ['owner', identityOf('OWNER')],
    ['viewer', identityOf('VIEWER')],
    ['admin', { ...identityOf('OWNER'), actor: { id: 'admin', kind: 'user', role: 'ADMIN', permissions: [] } }],
  ]);

  /** What it was asked, newest last. */
  readonly presented: PresentedCredentials[] = [];
  /** Thrown at everybody while it is set. */
  fault: Error | undefined;

  override authenticate(presented: PresentedCredentials): Promise<Identity | null> {
    this.presented.push(presented);
    const { authorization, sessionCookie } = presented;
    if (this.fault) return Promise.reject(this.fault);
    if (authorization === undefined && sessionCookie !== undefined && presented.csrfToken !== csrfToken) {
      return Promise.reject(new CsrfRefused());
    }
    const token = authorization?.replace('Bearer ', '') ?? sessionCookie;
    if (token === undefined) return Promise.resolve(null);
    const identity = this.identities.get(token);
    return identity ? Promise.resolve(identity) : Promise.reject(new TokenRefused());
  }
}

export function identityOf(role: 'OWNER' | 'VIEWER'): Identity {
  return {
    actor: { id: role.toLowerCase(), kind: 'user', role, permissions: permissionsOfRole[role] },
    workspaceId,
    access: 'tenant',
  };
}
