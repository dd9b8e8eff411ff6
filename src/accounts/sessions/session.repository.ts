import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';

/** One refresh token; those that came from each other are a family, which is what people call a session. */
export interface SessionRow {
  id: string;
  workspaceId: string;
  userId: string;
  familyId: string;
  kind: 'bearer' | 'cookie';
  access: 'tenant' | 'admin';
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
  signedInAt: Date;
}

export type NewSession = Omit<SessionRow, 'usedAt' | 'revokedAt'> & { tokenHash: Buffer };

const findByToken = {
  name: 'session-by-token',
  text: `SELECT id, workspace_id AS "workspaceId", user_id AS "userId", family_id AS "familyId", kind, access,
      expires_at AS "expiresAt", used_at AS "usedAt", revoked_at AS "revokedAt", signed_in_at AS "signedInAt"
    FROM sessions WHERE token_hash = $1`,
};

/** Sessions precede the tenant: all of this runs with access `accounts`, but for the removal of a member. */
@Injectable()
export class SessionRepository {
  /**
   * Serialises whatever makes or ends sessions of one person: without it, a token refreshed while its family is being
   * revoked would have a child that nobody revokes.
   */
  async lockOfUser(ctx: RequestContext, userId: string): Promise<void> {
    await sql(ctx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`sessions:${userId}`]);
  }

  async insert(ctx: RequestContext, session: NewSession): Promise<void> {
    await sql(
      ctx,
      `INSERT INTO sessions (id, workspace_id, user_id, family_id, kind, access, token_hash, expires_at, signed_in_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        session.id,
        session.workspaceId,
        session.userId,
        session.familyId,
        session.kind,
        session.access,
        session.tokenHash,
        session.expiresAt,
        session.signedInAt,
      ],
    );
  }

  async findAcrossTenantsByToken(ctx: RequestContext, tokenHash: Buffer): Promise<SessionRow | null> {
    const [row] = await sql<SessionRow>(ctx, findByToken, [tokenHash]);
    return row ?? null;
  }

  async markUsed(ctx: RequestContext, id: string, at: Date): Promise<void> {
    await sql(ctx, 'UPDATE sessions SET used_at = $2 WHERE id = $1', [id, at]);
  }

  async revokeFamily(ctx: RequestContext, familyId: string, at: Date): Promise<void> {
    await sql(ctx, 'UPDATE sessions SET revoked_at = $2 WHERE family_id = $1 AND revoked_at IS NULL', [familyId, at]);
  }

  async revokeAcrossTenantsOfUser(ctx: RequestContext, userId: string, at: Date): Promise<void> {
    await sql(ctx, 'UPDATE sessions SET revoked_at = $2 WHERE user_id = $1 AND revoked_at IS NULL', [userId, at]);
  }

  /** Ends what a user has open in the workspace of the context. */
  async revokeInWorkspace(ctx: RequestContext, userId: string, at: Date): Promise<void> {
    await sql(
      ctx,
      'UPDATE sessions SET revoked_at = $3 WHERE workspace_id = $1 AND user_id = $2 AND revoked_at IS NULL',
      [ctx.workspaceId, userId, at],
    );
  }
}
