import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { groupedInKeyOrder } from '../../kernel/graphql/index.js';
import { asAccounts, withReach } from '../as-accounts.js';
import type { User } from '../users/user.entity.js';
import { UserRepository } from '../users/user.repository.js';
import type { Membership } from './membership.entity.js';
import { MembershipRepository } from './membership.repository.js';

export interface Member {
  membership: Membership;
  user: User;
}

/** Who works where, as far as whoever asks may know it. */
@Injectable()
export class MemberDirectory {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly memberships: MembershipRepository,
    private readonly users: UserRepository,
  ) {}

  /** The members of each workspace: of the context's own one, of all for an ADMIN, and of the user's other workspaces. */
  async membersOf(asker: RequestContext, workspaceIds: readonly string[]): Promise<Member[][]> {
    const ctx = withReach(asker);
    const members = await this.readMembers(ctx, workspaceIds);
    const elsewhere = await this.ownElsewhere(ctx, workspaceIds);
    for (const workspaceId of elsewhere)
      members.push(...(await this.readMembers({ ...ctx, workspaceId }, [workspaceId])));
    return groupedInKeyOrder(workspaceIds, members, ({ membership }) => membership.workspaceId);
  }

  /** Where each user works: everything of whoever asks, and of others what the context may see. */
  async membershipsOf(ctx: RequestContext, userIds: readonly string[]): Promise<Membership[][]> {
    const self = ctx.actor.kind === 'user' ? ctx.actor.id : null;
    const others = userIds.filter((id) => id !== self);
    const found =
      others.length === 0 ? [] : await this.unitOfWork.run(ctx, (tx) => this.memberships.findOfUsers(tx, others));
    const own = self !== null && userIds.includes(self) ? await this.ownMemberships(ctx, self) : [];
    return groupedInKeyOrder(userIds, [...found, ...own], (membership) => membership.userId);
  }

  /** Past and present members of the context's workspace, all users for an ADMIN; in no order. */
  findUsers(ctx: RequestContext, ids: readonly string[]): Promise<User[]> {
    return this.unitOfWork.run(withReach(ctx), (tx) => this.users.findVisible(tx, ids));
  }

  private readMembers(ctx: RequestContext, workspaceIds: readonly string[]): Promise<Member[]> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const memberships = await this.memberships.findOfWorkspaces(tx, workspaceIds);
      const users = await this.users.findVisible(
        tx,
        memberships.map((membership) => membership.userId),
      );
      const byId = new Map(users.map((user) => [user.id, user]));
      return memberships.flatMap((membership) => {
        const user = byId.get(membership.userId);
        return user ? [{ membership, user }] : [];
      });
    });
  }

  private async ownElsewhere(ctx: RequestContext, workspaceIds: readonly string[]): Promise<string[]> {
    const others = workspaceIds.filter((id) => id !== ctx.workspaceId);
    if (others.length === 0 || ctx.access === 'admin' || ctx.actor.kind !== 'user') return [];
    const own = await this.ownMemberships(ctx, ctx.actor.id);
    return others.filter((id) => own.some((membership) => membership.workspaceId === id));
  }

  private ownMemberships(ctx: RequestContext, userId: string): Promise<Membership[]> {
    return this.unitOfWork.run(asAccounts(ctx), (tx) => this.memberships.findOfUsers(tx, [userId]));
  }
}
