import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import type { Connection, ConnectionKey, StoredSecret, StoredSetting, StoredTest } from './connection.js';

const columns = `id, workspace_id AS "workspaceId", agent_key AS "agentKey", integration_key AS "integrationKey", name, mode,
  auth_mode AS "authMode", status, settings, secrets, credentials_version AS "credentialsVersion", access_grant AS "accessGrant", grant_expires_at AS "grantExpiresAt",
  grant_version AS "grantVersion", account_name AS "accountName", last_test AS "lastTest", test_id AS "testId",
  test_started_at AS "testStartedAt", created_at AS "createdAt", updated_at AS "updatedAt"`;

const list = {
  name: 'integration-connections-list',
  text: `SELECT ${columns} FROM integration_connections WHERE workspace_id = $1
    AND ($2::text IS NULL OR agent_key = $2) AND ($3::text IS NULL OR integration_key = $3)
    ORDER BY created_at, id LIMIT 500`,
};
const listAcrossTenants = {
  name: 'integration-connections-list-all',
  text: `SELECT ${columns} FROM integration_connections
    WHERE ($1::text IS NULL OR agent_key = $1) AND ($2::text IS NULL OR integration_key = $2)
    ORDER BY created_at, id LIMIT 500`,
};
// Of several, the one that a look-up in its workspace would choose.
const listOwnAcrossTenants = {
  name: 'integration-connections-own-all',
  text: `SELECT DISTINCT ON (workspace_id) workspace_id AS "workspaceId", id AS "connectionId" FROM integration_connections
    WHERE integration_key = $1 AND agent_key IS NULL AND status <> 'DISCONNECTED'
    ORDER BY workspace_id, status = 'CONNECTED' DESC, created_at, id`,
};
const find = {
  name: 'integration-connections-find',
  text: `SELECT ${columns} FROM integration_connections WHERE workspace_id = $1 AND id = $2`,
};
const findAcrossTenants = {
  name: 'integration-connections-find-any',
  text: `SELECT ${columns} FROM integration_connections WHERE id = $1`,
};
const findByKey = {
  name: 'integration-connections-find-by-key',
  text: `SELECT ${columns} FROM integration_connections
    WHERE workspace_id = $1 AND integration_key = $2 AND coalesce(agent_key, '') = coalesce($3, '') AND name = $4`,
};
const insert = {
  name: 'integration-connections-insert',
  text: `INSERT INTO integration_connections (id, workspace_id, agent_key, integration_key, name, auth_mode, status)
    VALUES ($1, $2, $3, $4, $5, $6, 'CONFIGURED')
    ON CONFLICT (workspace_id, integration_key, coalesce(agent_key, ''), name) DO NOTHING RETURNING id`,
};
const lock = {
  name: 'integration-connections-lock',
  text: `${findByKey.text} FOR NO KEY UPDATE`,
};
// New credentials end what was granted to the old ones.
const configure = {
  name: 'integration-connections-configure',
  text: `UPDATE integration_connections SET auth_mode = $3, settings = $4, secrets = $5, status = 'CONFIGURED',
      credentials_version = credentials_version + 1,
      access_grant = NULL, grant_expires_at = NULL, grant_renew_after = NULL, grant_version = grant_version + 1,
      renewing_until = NULL, renewing_by = NULL, test_id = NULL, test_started_at = NULL, account_name = NULL,
      updated_at = now()
    WHERE workspace_id = $1 AND id = $2 RETURNING ${columns}`,
};
const erase = {
  name: 'integration-connections-erase',
  text: `UPDATE integration_connections SET settings = '{}', secrets = '{}',
      credentials_version = credentials_version + 1, access_grant = NULL, grant_expires_at = NULL,
      grant_renew_after = NULL, grant_version = grant_version + 1, status = 'DISCONNECTED',
      renewing_until = NULL, renewing_by = NULL, test_id = NULL, test_started_at = NULL, updated_at = now()
    WHERE workspace_id = $1 AND id = $2 RETURNING ${columns}`,
};
const startTest = {
  name: 'integration-connections-start-test',
  text: `UPDATE integration_connections SET test_id = $3, test_started_at = now(), updated_at = now() WHERE workspace_id = $1 AND id = $2
    AND status <> 'DISCONNECTED' RETURNING ${columns}`,
};
// EXPIRED ends with a new token, not with a test that the old one outlives. A test of credentials that were replaced meanwhile says nothing about the new ones, and an older test nothing after a newer.
const saveTest = {
  name: 'integration-connections-save-test',
  text: `UPDATE integration_connections SET last_test = $3, account_name = coalesce($4, account_name),
      status = CASE status WHEN 'EXPIRED' THEN status ELSE coalesce($5, status) END, updated_at = now()
    WHERE workspace_id = $1 AND id = $2 AND credentials_version = $6
      AND (last_test IS NULL OR last_test ->> 'testId' < $7) RETURNING ${columns}`,
};

/** A connection of a workspace itself, for no agent in particular. */
export interface OwnConnection {
  workspaceId: string;
  connectionId: string;
}

@Injectable()
export class ConnectionRepository {
  list(
    ctx: RequestContext,
    { agentKey = null, integrationKey = null }: { agentKey?: string | null; integrationKey?: string | null },
  ): Promise<Connection[]> {
    return sql<Connection>(ctx, list, [ctx.workspaceId, agentKey, integrationKey]);
  }

  /** For the platform's operator, in a unit of work with access `admin`. */
  listAcrossTenants(
    ctx: RequestContext,
    { agentKey = null, integrationKey = null }: { agentKey?: string | null; integrationKey?: string | null },
  ): Promise<Connection[]> {
    return sql<Connection>(ctx, listAcrossTenants, [agentKey, integrationKey]);
  }

  /** In a unit of work with access `intake`: which workspaces have one of their own, and which. */
  listAcrossTenantsOwn(ctx: RequestContext, integrationKey: string): Promise<OwnConnection[]> {
    return sql<OwnConnection>(ctx, listOwnAcrossTenants, [integrationKey]);
  }

  async find(ctx: RequestContext, id: string): Promise<Connection | null> {
    return (await sql<Connection>(ctx, find, [ctx.workspaceId, id]))[0] ?? null;
  }

  /** For the platform's operator, in a unit of work with access `admin`. */
  async findAcrossTenants(ctx: RequestContext, id: string): Promise<Connection | null> {
    return (await sql<Connection>(ctx, findAcrossTenants, [id]))[0] ?? null;
  }

  async findByKey(ctx: RequestContext, key: ConnectionKey): Promise<Connection | null> {
    return (await sql<Connection>(ctx, findByKey, keyValues(ctx, key)))[0] ?? null;
  }

  /** The row of a connection, made if it is not there, and locked: of two that configure at once, one comes after the other. */
  async claim(ctx: RequestContext, key: ConnectionKey, made: { id: string; authMode: string }): Promise<Connection> {
    const { agentKey, integrationKey, name } = key;
    await sql(ctx, insert, [made.id, ctx.workspaceId, agentKey, integrationKey, name, made.authMode]);
    return one(await sql<Connection>(ctx, lock, keyValues(ctx, key)));
  }

  /** The row of a connection, locked until the unit of work ends. */
  async lock(ctx: RequestContext, key: ConnectionKey): Promise<Connection | null> {
    return (await sql<Connection>(ctx, lock, keyValues(ctx, key)))[0] ?? null;
  }

  async configure(
    ctx: RequestContext,
    id: string,
    fresh: { authMode: string; settings: Record<string, StoredSetting>; secrets: Record<string, StoredSecret> },
  ): Promise<Connection> {
    const values = [fresh.authMode, JSON.stringify(fresh.settings), JSON.stringify(fresh.secrets)];
    return one(await sql<Connection>(ctx, configure, [ctx.workspaceId, id, ...values]));
  }

  /** Keeps the record, erases every credential. */
  async erase(ctx: RequestContext, id: string): Promise<Connection> {
    return one(await sql<Connection>(ctx, erase, [ctx.workspaceId, id]));
  }

  /** @returns null when the connection is gone or disconnected. */
  async startTest(ctx: RequestContext, id: string, testId: string): Promise<Connection | null> {
    return (await sql<Connection>(ctx, startTest, [ctx.workspaceId, id, testId]))[0] ?? null;
  }

  /**
   * @param status Null leaves it as it is.
   * @returns null when the credentials are no longer those that were tested, or a later test has been saved.
   */
  async saveTest(
    ctx: RequestContext,
    tested: Pick<Connection, 'id' | 'credentialsVersion'>,
    { test, status }: { test: StoredTest; status: Connection['status'] | null },
  ): Promise<Connection | null> {
    const values = [JSON.stringify(test), test.accountName, status, tested.credentialsVersion, test.testId];
    return (await sql<Connection>(ctx, saveTest, [ctx.workspaceId, tested.id, ...values]))[0] ?? null;
  }
}

function keyValues(ctx: RequestContext, { agentKey, integrationKey, name }: ConnectionKey): unknown[] {
  return [ctx.workspaceId, integrationKey, agentKey, name];
}

function one(rows: readonly Connection[]): Connection {
  const [row] = rows;
  if (!row) throw new Error('The connection that was just written did not come back.');
  return row;
}
