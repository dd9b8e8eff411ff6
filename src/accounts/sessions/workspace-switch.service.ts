import { Injectable } from '@nestjs/common';
import { Unauthenticated } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { asAccounts } from '../as-accounts.js';
import { MembershipRepository } from '../members/membership.repository.js';
import { UserRepository } from '../users/user.repository.js';
import { WorkspaceNotFound } from '../workspaces/workspaces.errors.js';
import { AdminEntrance } from './admin-entrance.js';
import type { SignedIn } from './session-issuer.js';
import { SessionOpener } from './session-opener.js';
import type { SessionRow } from './session.repository.js';

/** Working in another workspace: a member in one of theirs, a platform ADMIN in any. */
@Injectable()
export class WorkspaceSwitchService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly memberships: MembershipRepository,
    private readonly entrance: AdminEntrance,
    private readonly opener: SessionOpener,
  ) {}

  /** @throws WorkspaceNotFound for a workspace that does not exist or is not theirs: one answer for both. */
  switchTo(ctx: RequestContext, workspaceId: string, kind: SessionRow['kind']): Promise<SignedIn> {
    return this.unitOfWork.run(asAccounts(ctx, workspaceId), async (tx) => {
      const user = await this.users.findAcrossTenantsById(tx, ctx.actor.id);
      if (!user) throw new Unauthenticated();
      const membership = await this.memberships.find(tx, user.id);
      if (!membership) {
        if (user.role !== 'ADMIN') throw new WorkspaceNotFound(workspaceId);
        await this.entrance.record(tx, 'switchWorkspace');
      }
      return this.opener.open(tx, { user, workspaceId, kind });
    });
  }
}
