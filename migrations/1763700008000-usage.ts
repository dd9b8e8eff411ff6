import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/** The ledger under every cost shown: append-only, a correction is a reversal and a new revision. */
export class Usage1763700008000 implements MigrationInterface {
  name = 'Usage1763700008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE usage_entries (
      workspace_id uuid NOT NULL REFERENCES workspaces (id),
      subject_kind text NOT NULL,
      subject_id uuid NOT NULL,
      client_id uuid,
      revision text NOT NULL,
      line integer NOT NULL,
      reversal boolean NOT NULL DEFAULT false,
      source text NOT NULL,
      quantity numeric,
      unit text,
      unit_price numeric,
      original_amount numeric NOT NULL,
      original_currency text NOT NULL,
      amount numeric NOT NULL,
      currency text NOT NULL,
      rate numeric NOT NULL,
      estimated boolean NOT NULL DEFAULT false,
      at timestamptz NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (workspace_id, subject_id, revision, line, reversal),
      CONSTRAINT usage_entries_subject_kind_check CHECK (subject_kind IN ('call', 'task'))
    )`);
    await runner.query('CREATE INDEX usage_entries_period ON usage_entries (workspace_id, at)');
    await runner.query(`CREATE TRIGGER usage_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON usage_entries
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await protectTenantTable(runner, { table: 'usage_entries', grants: { ab_app: 'SELECT, INSERT' } });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE usage_entries');
  }
}
