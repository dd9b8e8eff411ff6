import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { RequestContext } from '../../kernel/context/index.js';
import { managerOf, sql } from '../../kernel/database/index.js';
import type { Position } from '../../kernel/graphql/index.js';
import { Workspace } from './workspace.entity.js';

export type NewWorkspace = Pick<Workspace, 'id' | 'name' | 'locale' | 'timeZone' | 'currency'>;
export type WorkspaceChanges = Partial<Pick<Workspace, 'name' | 'locale' | 'timeZone' | 'currency' | 'retentionDays'>>;

export interface WorkspaceQuery {
  search: string | undefined;
  after: Position | null;
  limit: number;
}

/** `createdAtText` has the microseconds that a Date lacks: a cursor needs them. */
export type ListedWorkspace = Workspace & { createdAtText: string };

const columns = `id, name, locale, time_zone AS "timeZone", currency, retention_days AS "retentionDays", deployment,
  created_at AS "createdAt", updated_at AS "updatedAt"`;

const findCurrent = { name: 'workspace-current', text: `SELECT ${columns} FROM workspaces WHERE id = $1` };

@Injectable()
export class WorkspaceRepository {
  async insert(ctx: RequestContext, workspace: NewWorkspace): Promise<Workspace> {
    await managerOf(ctx).insert(Workspace, { ...workspace, retentionDays: null, deployment: false });
    return managerOf(ctx).findOneByOrFail(Workspace, { id: workspace.id });
  }

  /** The workspace of the context. Asked often, by workers too: prepared, without the mapper. */
  async findCurrent(ctx: RequestContext): Promise<Workspace | null> {
    const [row] = await sql<Workspace>(ctx, findCurrent, [ctx.workspaceId]);
    return row ?? null;
  }

  /** Those of them that the context may see: its own one, or all with access `admin` and `accounts`. */
  findVisible(ctx: RequestContext, ids: readonly string[]): Promise<Workspace[]> {
    return managerOf(ctx).findBy(Workspace, { id: In([...ids]) });
  }

  async update(ctx: RequestContext, changes: WorkspaceChanges): Promise<Workspace | null> {
    await managerOf(ctx).update(Workspace, { id: ctx.workspaceId }, changes);
    return this.findCurrent(ctx);
  }

  /** Newest first; with access `admin`. */
  listAcrossTenants(ctx: RequestContext, { search, after, limit }: WorkspaceQuery): Promise<ListedWorkspace[]> {
    return sql<ListedWorkspace>(
      ctx,
      `SELECT ${columns}, created_at::text AS "createdAtText" FROM workspaces
       WHERE ($1::text IS NULL OR name ILIKE $1) AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $4`,
      [containing(search), after?.key ?? null, after?.id ?? null, limit],
    );
  }

  async countAcrossTenants(ctx: RequestContext, search: string | undefined): Promise<number> {
    const [row] = await sql<{ count: number }>(
      ctx,
      'SELECT count(*)::int AS count FROM workspaces WHERE $1::text IS NULL OR name ILIKE $1',
      [containing(search)],
    );
    return row?.count ?? 0;
  }
}

function containing(search: string | undefined): string | null {
  // What cannot be stored stands in no name.
  const words = search?.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim();
  return words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null;
}
