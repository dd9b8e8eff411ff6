import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import type { Position } from '../../kernel/graphql/index.js';

export interface AuditRow {
  id: string;
  at: Date;
  /** With the microseconds that a Date lacks: a cursor needs them. */
  atText: string;
  actorKind: 'user' | 'admin' | 'api_key' | 'system' | 'anonymous';
  userId: string | null;
  action: string;
  targetId: string | null;
  details: unknown;
}

export interface AuditQuery {
  targetId: string | null;
  after: Position | null;
  limit: number;
}

const columns = `id, at, at::text AS "atText", actor_kind AS "actorKind", user_id AS "userId", action,
  target_id AS "targetId", details`;

/** Reads the audit log of the context's workspace, or of all with access `admin`. */
@Injectable()
export class AuditRepository {
  /** Newest first. */
  list(ctx: RequestContext, { targetId, after, limit }: AuditQuery): Promise<AuditRow[]> {
    return sql<AuditRow>(
      ctx,
      `SELECT ${columns} FROM audit_entries
       WHERE ${scope} AND ($2::text IS NULL OR target_id = $2)
         AND ($3::timestamptz IS NULL OR (at, id) < ($3, $4::uuid))
       ORDER BY at DESC, id DESC LIMIT $5`,
      [scopeOf(ctx), targetId, after?.key ?? null, after?.id ?? null, limit],
    );
  }

  async count(ctx: RequestContext, targetId: string | null): Promise<number> {
    const [row] = await sql<{ count: number }>(
      ctx,
      `SELECT count(*)::int AS count FROM audit_entries WHERE ${scope} AND ($2::text IS NULL OR target_id = $2)`,
      [scopeOf(ctx), targetId],
    );
    return row?.count ?? 0;
  }

  async find(ctx: RequestContext, id: string): Promise<AuditRow | null> {
    const [row] = await sql<AuditRow>(ctx, `SELECT ${columns} FROM audit_entries WHERE ${scope} AND id = $2`, [
      scopeOf(ctx),
      id,
    ]);
    return row ?? null;
  }
}

const scope = '($1::uuid IS NULL OR workspace_id = $1)';

function scopeOf(ctx: RequestContext): string | null {
  return ctx.access === 'admin' ? null : ctx.workspaceId;
}
