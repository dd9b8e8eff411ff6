import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';

export interface StoredGrant {
  accessGrant: string | null;
  grantVersion: number;
  credentialsVersion: number;
  status: string;
}

/** A grant that is to be renewed by now. */
export interface DueGrant {
  id: string;
  workspaceId: string;
  version: number;
}

const columns = `access_grant AS "accessGrant", grant_version AS "grantVersion", credentials_version AS "credentialsVersion", status`;

const read = {
  name: 'integration-grants-read',
  text: `SELECT ${columns} FROM integration_connections WHERE workspace_id = $1 AND id = $2`,
};
const lease = {
  name: 'integration-grants-lease',
  text: `UPDATE integration_connections SET renewing_until = now() + make_interval(secs => $4), renewing_by = $5
    WHERE workspace_id = $1 AND id = $2 AND grant_version = $3 AND status <> 'DISCONNECTED'
      AND (renewing_until IS NULL OR renewing_until < now()) RETURNING id`,
};
const save = {
  name: 'integration-grants-save',
  text: `UPDATE integration_connections SET access_grant = $4, grant_expires_at = $5, grant_renew_after = $6,
      grant_version = grant_version + 1, renewing_until = NULL, renewing_by = NULL, updated_at = now(),
      status = CASE status WHEN 'EXPIRED' THEN 'CONFIGURED' ELSE status END
    WHERE workspace_id = $1 AND id = $2 AND grant_version = $3 AND status <> 'DISCONNECTED' RETURNING id`,
};
const expire = {
  name: 'integration-grants-expire',
  text: `UPDATE integration_connections SET status = 'EXPIRED', grant_renew_after = NULL, updated_at = now()
    WHERE workspace_id = $1 AND id = $2 AND grant_version = $3 AND status NOT IN ('EXPIRED', 'DISCONNECTED') RETURNING id`,
};
const release = {
  name: 'integration-grants-release',
  text: `UPDATE integration_connections SET renewing_until = NULL, renewing_by = NULL
    WHERE workspace_id = $1 AND id = $2 AND renewing_by = $3`,
};
// Whatever was granted before: a person has just signed in for what was entered.
const accept = {
  name: 'integration-grants-accept',
  text: `UPDATE integration_connections SET access_grant = $4, grant_expires_at = $5, grant_renew_after = $6,
      grant_version = grant_version + 1, renewing_until = NULL, renewing_by = NULL, updated_at = now(),
      secrets = CASE WHEN auth_mode = $7 THEN secrets ELSE '{}' END, auth_mode = $7, status = 'CONFIGURED'
    WHERE workspace_id = $1 AND id = $2 AND credentials_version = $3 AND status <> 'DISCONNECTED' RETURNING id`,
};
const postpone = {
  name: 'integration-grants-postpone',
  text: `UPDATE integration_connections SET grant_renew_after = now() + interval '5 minutes'
    WHERE workspace_id = $1 AND id = $2 AND grant_version = $3 AND grant_renew_after IS NOT NULL`,
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
  async lease(
    ctx: RequestContext,
    id: string,
    { version, seconds, holder }: { version: number; seconds: number; holder: string },
  ) {
    return (await sql(ctx, lease, [ctx.workspaceId, id, version, seconds, holder])).length > 0;
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

  /** Takes what a sign-in brought, in the way in that it was for. @returns false when the credentials were replaced. */
  async accept(
    ctx: RequestContext,
    id: string,
    grant: {
      credentialsVersion: number;
      authMode: string;
      sealed: string;
      expiresAt: Date | null;
      renewAfter: Date | null;
    },
  ): Promise<boolean> {
    const values = [grant.credentialsVersion, grant.sealed, grant.expiresAt, grant.renewAfter, grant.authMode];
    return (await sql(ctx, accept, [ctx.workspaceId, id, ...values])).length > 0;
  }

  /** A renewal that could not be made is tried again after the others. */
  async postpone(ctx: RequestContext, id: string, version: number): Promise<void> {
    await sql(ctx, postpone, [ctx.workspaceId, id, version]);
  }

  /** @returns whether it was not expired before. */
  async expire(ctx: RequestContext, id: string, version: number): Promise<boolean> {
    return (await sql(ctx, expire, [ctx.workspaceId, id, version])).length > 0;
  }

  /** Ends a lease early; one that somebody else holds by now is left alone. */
  async release(ctx: RequestContext, id: string, holder: string): Promise<void> {
    await sql(ctx, release, [ctx.workspaceId, id, holder]);
  }

  /** In a unit of work with access `intake`: whose token is to be renewed by now, whoever's it is. */
  findAcrossTenantsDue(ctx: RequestContext, { now, atMost }: { now: Date; atMost: number }): Promise<DueGrant[]> {
    return sql<DueGrant>(ctx, due, [now, atMost]);
  }
}
