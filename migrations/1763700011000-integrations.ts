import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/** Connections to vendors with their sealed credentials, what was called, and sign-ins that are under way. */
export class Integrations1763700011000 implements MigrationInterface {
  name = 'Integrations1763700011000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await protectTenantTable(runner, {
      table: 'integration_connections',
      grants: {
        ab_app: 'SELECT, INSERT, UPDATE',
        ab_intake: 'SELECT (id, workspace_id, status, grant_renew_after, grant_version)',
      },
    });
    await protectTenantTable(runner, {
      table: 'vendor_calls',
      grants: { ab_app: 'SELECT, INSERT, DELETE' },
    });
    // The browser that comes back from a vendor says nothing but its state: the workspace is known by it.
    await protectTenantTable(runner, {
      table: 'integration_authorizations',
      grants: { ab_app: 'SELECT, INSERT', ab_intake: 'SELECT, UPDATE (used_at), DELETE', ab_admin: '' },
    });
    await protectTenantTable(runner, {
      table: 'vendor_budgets',
      grants: { ab_app: 'SELECT, INSERT, UPDATE' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vendor_budgets, integration_authorizations, vendor_calls, integration_connections');
  }
}

const statements = [
  `CREATE TABLE integration_connections (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    agent_key text,
    integration_key text NOT NULL,
    name text NOT NULL,
    mode text NOT NULL DEFAULT 'VAULTED_HERE' CHECK (mode IN ('VAULTED_HERE', 'MANAGED_BY_VAPI')),
    auth_mode text NOT NULL,
    status text NOT NULL
      CHECK (status IN ('CONFIGURED', 'CONNECTED', 'ERROR', 'EXPIRED', 'DISCONNECTED')),
    settings jsonb NOT NULL DEFAULT '{}',
    secrets jsonb NOT NULL DEFAULT '{}',
    credentials_version integer NOT NULL DEFAULT 0,
    access_grant text,
    grant_expires_at timestamptz,
    grant_renew_after timestamptz,
    grant_version integer NOT NULL DEFAULT 0,
    renewing_until timestamptz,
    renewing_by uuid,
    account_name text,
    last_test jsonb,
    test_id uuid,
    test_started_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE UNIQUE INDEX integration_connections_once
    ON integration_connections (workspace_id, integration_key, coalesce(agent_key, ''), name)`,
  `CREATE INDEX integration_connections_renewal ON integration_connections (grant_renew_after)
    WHERE grant_renew_after IS NOT NULL`,
  `CREATE TABLE vendor_calls (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    connection_id uuid NOT NULL REFERENCES integration_connections (id) ON DELETE CASCADE,
    at timestamptz NOT NULL,
    action text NOT NULL,
    status integer,
    error text,
    duration_ms integer NOT NULL
  )`,
  `CREATE INDEX vendor_calls_connection ON vendor_calls (workspace_id, connection_id, id DESC)`,
  `CREATE TABLE integration_authorizations (
    state_hash bytea PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    connection_id uuid NOT NULL REFERENCES integration_connections (id) ON DELETE CASCADE,
    actor_id text NOT NULL,
    user_id uuid,
    by_cookie boolean NOT NULL,
    auth_mode text NOT NULL,
    credentials_version integer NOT NULL,
    locale text NOT NULL,
    verifier text NOT NULL,
    redirect_uri text NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  )`,
  `CREATE INDEX integration_authorizations_connection ON integration_authorizations (connection_id)`,
  `CREATE TABLE vendor_budgets (
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    connection_id uuid NOT NULL REFERENCES integration_connections (id) ON DELETE CASCADE,
    per_ms integer NOT NULL,
    limit_group text NOT NULL,
    left_over double precision NOT NULL,
    counted_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, connection_id, per_ms, limit_group)
  )`,
];
