import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/** The append-only audit log, the replies kept for repeated writes, and the counters of rate limits. */
export class AuditAndIdempotency1763700003000 implements MigrationInterface {
  name = 'AuditAndIdempotency1763700003000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await protectTenantTable(runner, {
      table: 'audit_entries',
      grants: { ab_app: 'SELECT, INSERT', ab_accounts: 'INSERT', ab_intake: 'INSERT', ab_admin: 'SELECT' },
    });
    await protectTenantTable(runner, {
      table: 'idempotency_keys',
      grants: { ab_accounts: 'SELECT, INSERT, UPDATE, DELETE', ab_admin: '' },
    });
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON rate_counters TO ab_accounts');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_counters, idempotency_keys, audit_entries');
    await runner.query('DROP FUNCTION refuse_change()');
  }
}

const statements = [
  `CREATE TABLE audit_entries (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    actor_id text NOT NULL,
    actor_kind text NOT NULL,
    user_id uuid,
    action text NOT NULL,
    target_id text,
    details jsonb,
    request_id text,
    at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE INDEX audit_entries_page ON audit_entries (workspace_id, at DESC, id DESC)`,
  `CREATE INDEX audit_entries_target ON audit_entries (workspace_id, target_id)`,
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
  `CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE TABLE idempotency_keys (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    actor_id text NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    reply text,
    locked_until timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE UNIQUE INDEX idempotency_keys_key ON idempotency_keys (workspace_id, actor_id, key)`,
  `CREATE INDEX idempotency_keys_expiry ON idempotency_keys (expires_at)`,
  `CREATE TABLE rate_counters (
    key text PRIMARY KEY,
    count integer NOT NULL,
    resets_at timestamptz NOT NULL
  )`,
];
