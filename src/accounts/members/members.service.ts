import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { toGlobalId } from '../../kernel/graphql/index.js';
import { apiKeyPrefix, userPrefix } from '../global-id-prefixes.js';
import { ApiKeyRepository } from '../api-keys/api-key.repository.js';
import { AuditLog } from '../audit/audit-log.js';
import { Clock } from '../clock.js';
import { SessionEnder } from '../sessions/session-ender.js';
import { LastOwnerStays, MemberNotFound } from './members.errors.js';
import { MembershipRepository } from './membership.repository.js';

@Injectable()
export class MembersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly memberships: MembershipRepository,
    private readonly apiKeys: ApiKeyRepository,
    private readonly sessions: SessionEnder,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends a membership, with the sessions the person has open in the workspace and the API keys they made there, whose
   * secrets they know.
   *
   * @throws MemberNotFound, LastOwnerStays
   */
  async remove(ctx: RequestContext, userId: string): Promise<void> {
    assertWorkspaceEntered(ctx);
    await this.unitOfWork.run(ctx, async (tx) => {
      const owners = await this.memberships.lockOwners(tx);
      const membership = await this.memberships.find(tx, userId);
      if (!membership) throw new MemberNotFound(userId);
      if (membership.role === 'OWNER' && owners.length < 2) throw new LastOwnerStays();
      const now = this.clock.now();
      await this.memberships.remove(tx, userId, now);
      await this.sessions.endInWorkspace(tx, userId);
      const revokedKeys = await this.apiKeys.revokeOfCreator(tx, userId, now);
      await this.audit.record(tx, {
        action: 'member.removed',
        targetId: toGlobalId(userPrefix, userId),
        details: { role: membership.role, revokedKeys: revokedKeys.map((id) => toGlobalId(apiKeyPrefix, id)) },
      });
    });
  }
}
