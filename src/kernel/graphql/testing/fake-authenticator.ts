import { Injectable } from '@nestjs/common';
import {
  Authenticator,
  permissionsOfRole,
  TokenRefused,
  type Identity,
  type PresentedCredentials,
} from '../../auth/index.js';

export const workspaceId = '00000000-0000-7000-8000-0000000000aa';

/** Knows its users by plain tokens: `Bearer owner`. */
@Injectable()
export class FakeAuthenticator extends Authenticator {
  readonly identities = new Map<string, Identity>([
    ['owner', identityOf('OWNER')],
    ['viewer', identityOf('VIEWER')],
    ['admin', { ...identityOf('OWNER'), actor: { id: 'admin', kind: 'user', role: 'ADMIN', permissions: [] } }],
  ]);

  override authenticate({ authorization, sessionCookie }: PresentedCredentials): Promise<Identity | null> {
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
