import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered, permissionsOfRole, type WorkspaceRole } from '../../kernel/auth/index.js';
import { uuidv7, type Actor, type RequestContext } from '../../kernel/context/index.js';
import { hashToken, newToken } from '../../kernel/crypto/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { toGlobalId } from '../../kernel/graphql/index.js';
import { AuditLog } from '../audit/audit-log.js';
import { Clock } from '../clock.js';
import { invitationPrefix } from '../global-id-prefixes.js';
import { emailAddress } from '../users/account-rules.js';
import { InvitationCourier } from './invitation-courier.js';
import { InvitationRepository } from './invitation.repository.js';
import { AlreadyMember, RoleAboveOwn } from './members.errors.js';
import { MembershipRepository } from './membership.repository.js';

const invitationLifetimeMs = 7 * 24 * 60 * 60 * 1000;

@Injectable()
export class InvitationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: InvitationRepository,
    private readonly memberships: MembershipRepository,
    private readonly courier: InvitationCourier,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Invites the owner of an address and mails the link.
   *
   * @returns the link, for whoever wants to pass it on by other means.
   * @throws RoleAboveOwn, AlreadyMember, RateLimited
   */
  async invite(ctx: RequestContext, email: string, role: WorkspaceRole): Promise<string> {
    const address = parseInput(emailAddress, email, 'email');
    assertWorkspaceEntered(ctx);
    assertMayGrant(ctx.actor, role);
    await this.courier.admit(ctx);
    const token = newToken();
    return this.unitOfWork.run(ctx, async (tx) => {
      if (await this.memberships.hasEmail(tx, address)) throw new AlreadyMember();
      const id = await this.store(tx, { email: address, role, token });
      // Without the address: the log can never be erased.
      const targetId = toGlobalId(invitationPrefix, id);
      await this.audit.record(tx, { action: 'member.invited', targetId, details: { role } });
      return this.courier.send(tx, { email: address, token });
    });
  }

  private async store(
    tx: RequestContext,
    offer: { email: string; role: WorkspaceRole; token: string },
  ): Promise<string> {
    const { email, role, token } = offer;
    const id = uuidv7();
    await this.repository.replace(tx, {
      id,
      workspaceId: tx.workspaceId,
      email,
      role,
      tokenHash: hashToken(token),
      invitedBy: tx.actor.userId ?? null,
      expiresAt: this.clock.in(invitationLifetimeMs),
    });
    return id;
  }
}

/** Nobody gives away more than they hold: a key that may manage members cannot make an owner. */
function assertMayGrant(actor: Actor, role: WorkspaceRole): void {
  const held = new Set(actor.permissions);
  if (!permissionsOfRole[role].every((permission) => held.has(permission))) throw new RoleAboveOwn();
}
