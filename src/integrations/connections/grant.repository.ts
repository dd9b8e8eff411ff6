import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';

export interface StoredGrant {
  accessGrant: string | null;
  grantVersion: number;
  status: string;
}

/** A grant that is to be renewed by now. */
export interface DueGrant {
  id: string;
  workspaceId: string;
  version: number;
}

const columns = `access_grant AS "accessGrant", grant_version AS "grantVersion", status`;

const read = {
  name: 'integration-grants-read',
  text: `SELECT ${columns} FROM integration_connections WHERE workspace_id = $1 AND id = $2`,
};
const lease = {
  name: 'integration-grants-lease',
  text: `UPDATE integration_connections SET renewing_until = now() + make_interval(secs => $4)
    WHERE workspace_id = $1 AND id = $2 AND grant_version = $3 AND status <> 'DISCONNECTED'
      AND (renewing_until IS NULL OR renewing_until < now()) RETURNING id`,
};
const save = {
  name: 'integration-grants-save',
  text: `UPDATE integration_connections SET access_grant = $4, grant_expires_at = $5, grant_renew_after = $6,
      grant_version = grant_version + 1, renewing_until = NULL, updated_at = now(),
      status = CASE WHEN status IN ('EXPIRED', 'DISCONNECTED') THEN 'CONFIGURED' ELSE status END
    WHERE workspace_id = $1 AND id = $2 AND grant_version = $3 RETURNING ${columns}`,
};
const expire = {
  name: 'integration-grants-expire',
  text: `UPDATE integration_connections SET status = 'EXPIRED', grant_renew_after = NULL, renewing_until = NULL,
      updated_at = now()
    WHERE workspace_id = $1 AND id = $2 AND grant_version = $3 AND status NOT IN ('EXPIRED', 'DISCONNECTED') RETURNING id`,
};
const release = {
  name: 'integration-grants-release',
  text: 'UPDATE integration_connections SET renewing_until = NULL WHERE workspace_id = $1 AND id = $2',
};
const due = `SELECT id, workspace_id AS "workspaceId", grant_version AS version FROM integration_connections
  WHERE grant_renew_after <= $1 AND status IN ('CONFIGURED', 'CONNECTED', 'ERROR') ORDER BY grant_renew_after LIMIT $2`;

/** The access tokens of connections. A version tells one grant from the next, so that nobody overwrites what is newer. */
@Injectable()
export class GrantRepository {
  async read(ctx: RequestContext, id: string): Promise<StoredGrant | null> {
    return (await sql<StoredGrant>(ctx, read, [ctx.workspaceId, id]))[0] ?? null;
  }

  /** Whether the caller, and nobody else for that time, is to renew this version. */
  async lease(ctx: RequestContext, id: string, { version, seconds }: { version: number; seconds: number }) {
    return (await sql(ctx, lease, [ctx.workspaceId, id, version, seconds])).length > 0;
  }

  /** @returns false when there is a newer one, or the credentials were replaced. */
  async save(
    ctx: RequestContext,
    id: string,
    grant: { version: number; sealed: string; expiresAt: Date | null; renewAfter: Date | null },
  ): Promise<boolean> {
    const values = [grant.version, grant.sealed, grant.expiresAt, grant.renewAfter];
    return (await sql(ctx, save, [ctx.workspaceId, id, ...values])).length > 0;
  }

  /** @returns whether it was not expired before. */
  async expire(ctx: RequestContext, id: string, version: number): Promise<boolean> {
    return (await sql(ctx, expire, [ctx.workspaceId, id, version])).length > 0;
  }

  async release(ctx: RequestContext, id: string): Promise<void> {
    await sql(ctx, release, [ctx.workspaceId, id]);
  }

  /** In a unit of work with access `intake`: whose token is to be renewed by now, whoever's it is. */
  findAcrossTenantsDue(ctx: RequestContext, { now, atMost }: { now: Date; atMost: number }): Promise<DueGrant[]> {
    return sql<DueGrant>(ctx, due, [now, atMost]);
  }
}
