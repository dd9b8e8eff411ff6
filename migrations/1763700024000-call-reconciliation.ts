import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/** How far the calls of each account at a platform have been compared with those on record. */
export class CallReconciliation1763700024000 implements MigrationInterface {
  name = 'CallReconciliation1763700024000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE call_reconciliations (
      workspace_id uuid NOT NULL REFERENCES workspaces (id),
      platform text NOT NULL,
      compared_until timestamptz,
      asked_at timestamptz NOT NULL,
      not_before timestamptz,
      failures integer NOT NULL DEFAULT 0,
      PRIMARY KEY (workspace_id, platform),
      CONSTRAINT call_reconciliations_platform_check CHECK (platform IN ('TWILIO', 'VAPI'))
    )`);
    await protectTenantTable(runner, {
      table: 'call_reconciliations',
      grants: { ab_app: 'SELECT, INSERT, UPDATE, DELETE' },
    });
    // In an account that many share, a number says whose a call is.
    await runner.query('GRANT SELECT (routed_to) ON phone_lines TO ab_intake');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE SELECT (routed_to) ON phone_lines FROM ab_intake');
    await runner.query('DROP TABLE call_reconciliations');
  }
}
