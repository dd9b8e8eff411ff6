import { Injectable } from '@nestjs/common';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { hashToken } from '../../kernel/crypto/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { toGlobalId } from '../../kernel/graphql/index.js';
import { userPrefix } from '../global-id-prefixes.js';
import { asAccounts } from '../as-accounts.js';
import { AuditLog } from '../audit/audit-log.js';
import { Clock } from '../clock.js';
import type { SignedIn } from '../sessions/session-issuer.js';
import { SessionOpener } from '../sessions/session-opener.js';
import type { SessionRow } from '../sessions/session.repository.js';
import { UserRepository } from '../users/user.repository.js';
import { InvitationRepository } from './invitation.repository.js';
import type { Invitation } from './invitation.entity.js';
import { InvitationRefused } from './members.errors.js';
import { MembershipRepository } from './membership.repository.js';

@Injectable()
export class InvitationAcceptanceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: InvitationRepository,
    private readonly memberships: MembershipRepository,
    private readonly users: UserRepository,
    private readonly opener: SessionOpener,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the signed-in user a member of the workspace that invited them, and opens a session there. The link alone is
   * not enough: the user must have the invited address, so that a forwarded or leaked link opens nothing.
   *
   * @throws InvitationRefused
   */
  accept(ctx: RequestContext, token: string, kind: SessionRow['kind']): Promise<SignedIn> {
    return this.unitOfWork.run(asAccounts(ctx), async (tx) => {
      const invitation = await this.repository.findAcrossTenantsByToken(tx, hashToken(token));
      const user = await this.users.findAcrossTenantsById(tx, ctx.actor.id);
      if (!invitation || !user || invitation.expiresAt <= this.clock.now()) throw new InvitationRefused();
      if (invitation.email !== user.email) throw new InvitationRefused();
      await this.join({ ...tx, workspaceId: invitation.workspaceId }, user.id, invitation);
      return this.opener.open(tx, { user, workspaceId: invitation.workspaceId, kind });
    });
  }

  /** Someone who is a member already keeps the role they have. */
  private async join(tx: RequestContext, userId: string, { id, role }: Invitation): Promise<void> {
    await this.repository.markAccepted(tx, id, this.clock.now());
    if (await this.memberships.find(tx, userId)) return;
    await this.memberships.insert(tx, { id: uuidv7(), workspaceId: tx.workspaceId, userId, role });
    await this.audit.record(tx, {
      action: 'member.joined',
      targetId: toGlobalId(userPrefix, userId),
      details: { role },
    });
  }
}
