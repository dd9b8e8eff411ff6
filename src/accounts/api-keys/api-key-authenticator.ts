import { Injectable } from '@nestjs/common';
import { TokenRefused, type Identity } from '../../kernel/auth/index.js';
import { hashToken } from '../../kernel/crypto/index.js';
import { LiveAccess } from '../sessions/live-access.js';
import { workspaceIdOf } from '../workspaces/workspace-header.js';
import { WorkspaceHeaderRefused } from '../workspaces/workspaces.errors.js';
import { apiKeyPattern } from './api-key-secret.js';

/** What an API key opens: one workspace, with the permissions it was given. */
@Injectable()
export class ApiKeyAuthenticator {
  constructor(private readonly liveAccess: LiveAccess) {}

  async authenticate(secret: string, wanted: string | undefined): Promise<Identity> {
    // What cannot be a key costs no look-up.
    const key = apiKeyPattern.test(secret) ? await this.liveAccess.ofKey(hashToken(secret)) : undefined;
    if (!key) throw new TokenRefused();
    const { id, workspaceId, permissions, expiresAt } = key;
    if (wanted !== undefined && workspaceIdOf(wanted) !== workspaceId) throw new WorkspaceHeaderRefused();
    return {
      workspaceId,
      access: 'tenant',
      actor: { id, kind: 'api_key', role: 'NONE', permissions },
      expiresAt: expiresAt ?? undefined,
    };
  }
}
