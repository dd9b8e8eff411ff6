import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/** What was found on the way from a telephone number to its call's record, and what was repaired of it. */
export class ConnectionDiagnoses1763700023000 implements MigrationInterface {
  name = 'ConnectionDiagnoses1763700023000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await protectTenantTable(runner, { table: 'connection_diagnoses', grants: { ab_app: 'SELECT, INSERT, DELETE' } });
    await protectTenantTable(runner, {
      table: 'connection_repairs',
      grants: { ab_app: 'SELECT, INSERT, UPDATE', ab_vault: 'SELECT (id, workspace_id, previous), UPDATE (previous)' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE connection_repairs');
    await runner.query('DROP TABLE connection_diagnoses');
  }
}

const statements = [
  `CREATE TABLE connection_diagnoses (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    assistant_id uuid NOT NULL,
    status text NOT NULL,
    checks jsonb NOT NULL,
    checked_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT connection_diagnoses_of_workspace UNIQUE (workspace_id, id),
    CONSTRAINT connection_diagnoses_status_check CHECK (status IN ('PASS', 'WARN', 'FAIL', 'SKIPPED')),
    CONSTRAINT connection_diagnoses_assistant_fk FOREIGN KEY (workspace_id, assistant_id)
      REFERENCES voice_assistants (workspace_id, id)
  )`,
  'CREATE INDEX connection_diagnoses_newest ON connection_diagnoses (workspace_id, assistant_id, checked_at DESC)',
  // What stood there before is a vendor's settings: their addresses may hold passwords, so it is sealed.
  `CREATE TABLE connection_repairs (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    diagnosis_id uuid NOT NULL,
    check_key text NOT NULL,
    kind text NOT NULL,
    target jsonb NOT NULL,
    description jsonb NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    previous text,
    applied_at timestamptz,
    undone_at timestamptz,
    CONSTRAINT connection_repairs_diagnosis_fk FOREIGN KEY (workspace_id, diagnosis_id)
      REFERENCES connection_diagnoses (workspace_id, id) ON DELETE CASCADE
  )`,
  'CREATE INDEX connection_repairs_of_diagnosis ON connection_repairs (workspace_id, diagnosis_id)',
];
