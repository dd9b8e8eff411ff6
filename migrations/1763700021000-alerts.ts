import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/** What is wrong, or was: one row an incident, open until it is resolved. */
export class Alerts1763700021000 implements MigrationInterface {
  name = 'Alerts1763700021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE alerts (
      id uuid PRIMARY KEY,
      workspace_id uuid NOT NULL REFERENCES workspaces (id),
      kind text NOT NULL,
      key text NOT NULL,
      target_id text,
      message jsonb NOT NULL,
      advice jsonb NOT NULL,
      at timestamptz NOT NULL,
      seen_at timestamptz NOT NULL,
      resolved_at timestamptz,
      mailed_to integer NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL DEFAULT now()
    )`);
    await runner.query('CREATE UNIQUE INDEX alerts_open ON alerts (workspace_id, kind, key) WHERE resolved_at IS NULL');
    await runner.query('CREATE INDEX alerts_page ON alerts (workspace_id, at DESC, id DESC)');
    await protectTenantTable(runner, {
      table: 'alerts',
      // Which workspaces have something to resolve is asked across them.
      grants: { ab_app: 'SELECT, INSERT, UPDATE, DELETE', ab_intake: 'SELECT (workspace_id, resolved_at)' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE alerts');
  }
}
