import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/** Endpoints with their own secrets, and every event that arrived: row, outbox and proof in one. */
export class Webhooks1763700005000 implements MigrationInterface {
  name = 'Webhooks1763700005000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await protectTenantTable(runner, {
      table: 'webhook_endpoints',
      grants: { ab_app: 'SELECT, INSERT, UPDATE', ab_intake: 'SELECT' },
    });
    await protectTenantTable(runner, {
      table: 'webhook_events',
      grants: { ab_app: 'SELECT, UPDATE', ab_intake: 'SELECT, INSERT, UPDATE, DELETE' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_events, webhook_endpoints');
  }
}

const statements = [
  `CREATE TABLE webhook_endpoints (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL CONSTRAINT webhook_endpoints_workspace_fk REFERENCES workspaces (id),
    source text NOT NULL,
    secret text NOT NULL,
    previous_secret text,
    previous_valid_until timestamptz,
    settings jsonb NOT NULL DEFAULT '{}',
    last_event_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz
  )`,
  `CREATE INDEX webhook_endpoints_workspace ON webhook_endpoints (workspace_id)`,
  // The key leads with the workspace, so that a page of one workspace and a look-up under row-level security share it.
  `CREATE TABLE webhook_events (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    source text NOT NULL,
    account text NOT NULL,
    dedup_key bytea NOT NULL,
    external_id text NOT NULL,
    type text NOT NULL,
    call_key text,
    body bytea,
    request_id text NOT NULL,
    traceparent text,
    status text NOT NULL DEFAULT 'RECEIVED',
    attempts integer NOT NULL DEFAULT 0,
    claims integer NOT NULL DEFAULT 0,
    error text,
    reply jsonb,
    available_at timestamptz NOT NULL DEFAULT now(),
    claim_id uuid,
    received_at timestamptz NOT NULL DEFAULT now(),
    processed_at timestamptz,
    delete_after timestamptz,
    PRIMARY KEY (workspace_id, id),
    CONSTRAINT webhook_events_status_check CHECK (status IN ('RECEIVED', 'PROCESSED', 'FAILED', 'DEAD'))
  ) WITH (fillfactor = 80)`,
  `CREATE UNIQUE INDEX webhook_events_once ON webhook_events (source, account, dedup_key)`,
  `CREATE INDEX webhook_events_pending ON webhook_events (workspace_id, available_at) WHERE status IN ('RECEIVED', 'FAILED')`,
  `CREATE INDEX webhook_events_call ON webhook_events (workspace_id, call_key) WHERE call_key IS NOT NULL`,
  `CREATE INDEX webhook_events_retention ON webhook_events (delete_after) WHERE delete_after IS NOT NULL`,
];
