import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { RequestContext } from '../../kernel/context/index.js';
import { managerOf, sql } from '../../kernel/database/index.js';
import { Membership } from './membership.entity.js';

export type NewMembership = Pick<Membership, 'id' | 'workspaceId' | 'userId' | 'role'>;

@Injectable()
export class MembershipRepository {
  async insert(ctx: RequestContext, membership: NewMembership): Promise<void> {
    await managerOf(ctx).insert(Membership, { ...membership, deletedAt: null });
  }

  find(ctx: RequestContext, userId: string): Promise<Membership | null> {
    const { workspaceId } = ctx;
    return managerOf(ctx).findOneBy(Membership, { workspaceId, userId, deletedAt: IsNull() });
  }

  /** Whether the owner of an address is a member of the workspace. */
  async hasEmail(ctx: RequestContext, email: string): Promise<boolean> {
    const rows = await sql(
      ctx,
      `SELECT FROM memberships m JOIN users u ON u.id = m.user_id
       WHERE m.workspace_id = $1 AND m.deleted_at IS NULL AND u.email = $2`,
      [ctx.workspaceId, email],
    );
    return rows.length > 0;
  }

  /** The members of these workspaces, as far as the context may see them. */
  findOfWorkspaces(ctx: RequestContext, workspaceIds: readonly string[]): Promise<Membership[]> {
    return managerOf(ctx).find(Membership, {
      where: { workspaceId: In([...workspaceIds]), deletedAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** Where these users are members, as far as the context may see it. */
  findOfUsers(ctx: RequestContext, userIds: readonly string[]): Promise<Membership[]> {
    return managerOf(ctx).find(Membership, {
      where: { userId: In([...userIds]), deletedAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** Where the user worked last, else the first workspace joined; null for someone who is a member of none any more. */
  async findAcrossTenantsLastUsed(ctx: RequestContext, userId: string): Promise<string | null> {
    const [row] = await sql<{ workspace_id: string }>(
      ctx,
      `SELECT m.workspace_id FROM memberships m
       LEFT JOIN LATERAL (SELECT max(s.created_at) AS at FROM sessions s
         WHERE s.user_id = m.user_id AND s.workspace_id = m.workspace_id) last ON true
       WHERE m.user_id = $1 AND m.deleted_at IS NULL
       ORDER BY last.at DESC NULLS LAST, m.created_at LIMIT 1`,
      [userId],
    );
    return row?.workspace_id ?? null;
  }

  /** The owners' user ids, locked: of two owners who remove each other at the same time, the second one waits. */
  async lockOwners(ctx: RequestContext): Promise<string[]> {
    const rows = await sql<{ user_id: string }>(
      ctx,
      `SELECT user_id FROM memberships WHERE workspace_id = $1 AND role = 'OWNER' AND deleted_at IS NULL
       ORDER BY id FOR UPDATE`,
      [ctx.workspaceId],
    );
    return rows.map((row) => row.user_id);
  }

  async remove(ctx: RequestContext, userId: string, at: Date): Promise<void> {
    const { workspaceId } = ctx;
    await managerOf(ctx).update(Membership, { workspaceId, userId, deletedAt: IsNull() }, { deletedAt: at });
  }
}
