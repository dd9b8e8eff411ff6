import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { RequestContext } from '../../kernel/context/index.js';
import { managerOf } from '../../kernel/database/index.js';
import { Invitation } from './invitation.entity.js';

@Injectable()
export class InvitationRepository {
  /** A new invitation takes the place of open ones to the same address: of several links only the last one works. */
  async replace(ctx: RequestContext, invitation: Omit<Invitation, 'createdAt' | 'acceptedAt'>): Promise<void> {
    const { workspaceId } = ctx;
    const { email } = invitation;
    await managerOf(ctx).delete(Invitation, { workspaceId, email, acceptedAt: IsNull() });
    await managerOf(ctx).insert(Invitation, { ...invitation, acceptedAt: null });
  }

  /** The workspace is not known yet when a link is opened. Locked: of two who open it at once, one waits. */
  findAcrossTenantsByToken(ctx: RequestContext, tokenHash: Buffer): Promise<Invitation | null> {
    return managerOf(ctx).findOne(Invitation, {
      where: { tokenHash, acceptedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async markAccepted(ctx: RequestContext, id: string, at: Date): Promise<void> {
    await managerOf(ctx).update(Invitation, { id, workspaceId: ctx.workspaceId }, { acceptedAt: at });
  }
}
