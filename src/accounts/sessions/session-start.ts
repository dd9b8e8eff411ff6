import { Injectable } from '@nestjs/common';
import { deploymentWorkspaceId, type RequestContext } from '../../kernel/context/index.js';
import { MembershipRepository } from '../members/membership.repository.js';
import type { User } from '../users/user.entity.js';
import { WorkspaceCreator } from '../workspaces/workspace-creator.js';
import type { SignedIn } from './session-issuer.js';
import { SessionOpener } from './session-opener.js';
import type { SessionRow } from './session.repository.js';

/** Opens a session for someone who has proved who they are, and names no workspace. */
@Injectable()
export class SessionStart {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly opener: SessionOpener,
    private readonly workspaceCreator: WorkspaceCreator,
  ) {}

  /** An ADMIN starts above all workspaces, others where they worked last. */
  async begin(tx: RequestContext, user: User, kind: SessionRow['kind']): Promise<SignedIn> {
    if (user.role === 'ADMIN') {
      return this.opener.open(tx, { user, kind, workspaceId: deploymentWorkspaceId, access: 'admin' });
    }
    const lastUsed = await this.memberships.findAcrossTenantsLastUsed(tx, user.id);
    return this.opener.open(tx, { user, kind, workspaceId: lastUsed ?? (await this.newWorkspace(tx, user)) });
  }

  /** Someone who was removed from every workspace gets a new one: signed in, they can accept an invitation. */
  private async newWorkspace(tx: RequestContext, user: User): Promise<string> {
    return (await this.workspaceCreator.create(tx, user, { name: user.name })).id;
  }
}
