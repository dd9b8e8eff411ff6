import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import type { Locale } from '../../kernel/errors/index.js';

/** A sign-in at a vendor that is under way; its verifier is sealed. */
export interface StoredAuthorization {
  workspaceId: string;
  connectionId: string;
  actorId: string;
  userId: string | null;
  /** Whether it was started in a browser that holds a session here; that browser has to come back. */
  byCookie: boolean;
  /** The way in that the sign-in is for. */
  authMode: string;
  /** What was entered then; what was replaced meanwhile is not what the person signed in for. */
  credentialsVersion: number;
  locale: Locale;
  verifier: string;
  redirectUri: string;
}

const insert = `INSERT INTO integration_authorizations
  (state_hash, workspace_id, connection_id, actor_id, user_id, by_cookie, auth_mode, credentials_version, locale, verifier,
   redirect_uri, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
const use = `UPDATE integration_authorizations SET used_at = now()
  WHERE state_hash = $1 AND used_at IS NULL AND expires_at > now()
  RETURNING workspace_id AS "workspaceId", connection_id AS "connectionId", actor_id AS "actorId", user_id AS "userId",
    by_cookie AS "byCookie", auth_mode AS "authMode", credentials_version AS "credentialsVersion", locale, verifier,
    redirect_uri AS "redirectUri"`;
const deleteOld = `DELETE FROM integration_authorizations WHERE expires_at < now() - interval '1 day'`;

@Injectable()
export class AuthorizationRepository {
  async insert(
    ctx: RequestContext,
    stateHash: Buffer,
    row: Omit<StoredAuthorization, 'workspaceId'> & { expiresAt: Date },
  ): Promise<void> {
    const { connectionId, actorId, userId, byCookie, authMode, credentialsVersion } = row;
    const { locale, verifier, redirectUri, expiresAt } = row;
    const what = [connectionId, actorId, userId, byCookie, authMode, credentialsVersion];
    const values = [...what, locale, verifier, redirectUri, expiresAt];
    await sql(ctx, insert, [stateHash, ctx.workspaceId, ...values]);
  }

  /** In a unit of work with access `intake`: whose it is stands in the row. It can be used once. */
  async takeAcrossTenants(ctx: RequestContext, stateHash: Buffer): Promise<StoredAuthorization | null> {
    return (await sql<StoredAuthorization>(ctx, use, [stateHash]))[0] ?? null;
  }

  async deleteAcrossTenantsOld(ctx: RequestContext): Promise<void> {
    await sql(ctx, deleteOld);
  }
}
