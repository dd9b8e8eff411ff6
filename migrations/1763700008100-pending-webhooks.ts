import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/**
 * What is still to be done moves out of the stored events, into narrow rows of their own: to claim one changes no index, and
 * costs a fifth of what it costs on the event's own row (docs/adr/0005-pending-rows.md). What waits now goes on waiting.
 */
export class PendingWebhooks1763700008100 implements MigrationInterface {
  name = 'PendingWebhooks1763700008100';

  async up(runner: QueryRunner): Promise<void> {
    // An earlier form of the migration `Webhooks` made it so at once.
    if (await runner.hasTable('webhook_pending')) return;
    for (const statement of expand) await runner.query(statement);
    await protectTenantTable(runner, {
      table: 'webhook_pending',
      grants: { ab_app: 'SELECT, INSERT, UPDATE, DELETE', ab_intake: 'SELECT, INSERT, UPDATE, DELETE' },
    });
    await acrossTenants(runner, [
      `INSERT INTO webhook_pending (workspace_id, event_id, call_key) SELECT workspace_id, id, call_key FROM webhook_events
        WHERE status IN ('RECEIVED', 'FAILED') AND (status = 'RECEIVED' OR available_at <= now())`,
      `UPDATE webhook_events SET retry_at = available_at WHERE status = 'FAILED' AND available_at > now()`,
    ]);
    await runner.query('ALTER TABLE webhook_events DROP available_at, DROP claim_id, DROP claims');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE webhook_events ADD claims integer NOT NULL DEFAULT 0, ADD claim_id uuid,
      ADD available_at timestamptz NOT NULL DEFAULT now()`);
    await acrossTenants(runner, ['UPDATE webhook_events SET available_at = retry_at WHERE retry_at IS NOT NULL']);
    for (const statement of contract) await runner.query(statement);
  }
}

const expand = [
  // The default compression takes longer than all else that an insert does; LZ4 is not in every build of PostgreSQL.
  `DO $$ BEGIN
    ALTER TABLE webhook_events ALTER body SET COMPRESSION lz4;
  EXCEPTION WHEN feature_not_supported THEN
    ALTER TABLE webhook_events ALTER body SET STORAGE EXTERNAL;
  END $$`,
  'ALTER TABLE webhook_events ADD retry_at timestamptz',
  'CREATE INDEX webhook_events_retry ON webhook_events (retry_at) WHERE retry_at IS NOT NULL',
  `CREATE TABLE webhook_pending (
    workspace_id uuid NOT NULL,
    event_id uuid NOT NULL,
    call_key text,
    claim_id uuid,
    claimed_until timestamptz NOT NULL DEFAULT '-infinity',
    claims integer NOT NULL DEFAULT 0,
    PRIMARY KEY (workspace_id, event_id)
  ) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02)`,
  'CREATE INDEX webhook_pending_call ON webhook_pending (workspace_id, call_key) WHERE call_key IS NOT NULL',
];

const contract = [
  `CREATE INDEX webhook_events_pending ON webhook_events (workspace_id, available_at) WHERE status IN ('RECEIVED', 'FAILED')`,
  'DROP TABLE webhook_pending',
  'ALTER TABLE webhook_events DROP retry_at',
  `ALTER TABLE webhook_events ALTER body SET COMPRESSION default, ALTER body SET STORAGE EXTENDED`,
];

/** Row-level security is forced for the owner of the tables too, who sees no row. */
async function acrossTenants(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  await runner.query('SET LOCAL ROLE ab_intake');
  for (const statement of statements) await runner.query(statement);
  await runner.query('RESET ROLE');
}
