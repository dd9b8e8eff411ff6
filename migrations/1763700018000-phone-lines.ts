import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/** Telephone numbers that workspaces have, and who answers them. */
export class PhoneLines1763700018000 implements MigrationInterface {
  name = 'PhoneLines1763700018000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    // Whose a call is follows from the number that was dialled, before its workspace is known.
    await protectTenantTable(runner, {
      table: 'phone_lines',
      grants: {
        ab_app: 'SELECT, INSERT, UPDATE',
        ab_intake:
          'SELECT (id, workspace_id, number, status, account_id, vapi_phone_number_id, assistant_id, created_at)',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE phone_lines');
  }
}

const statements = [
  `CREATE TABLE phone_lines (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    number text NOT NULL,
    provider text NOT NULL DEFAULT 'twilio',
    account_id text NOT NULL,
    origin text NOT NULL,
    status text NOT NULL,
    twilio_sid text,
    vapi_phone_number_id text,
    assistant_id uuid,
    routed_to text,
    previous_settings jsonb,
    lease_until timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    released_at timestamptz,
    CONSTRAINT phone_lines_of_workspace UNIQUE (workspace_id, id),
    CONSTRAINT phone_lines_assistant_fk FOREIGN KEY (workspace_id, assistant_id)
      REFERENCES voice_assistants (workspace_id, id),
    CONSTRAINT phone_lines_provider_check CHECK (provider IN ('twilio')),
    CONSTRAINT phone_lines_origin_check CHECK (origin IN ('IMPORTED', 'BOUGHT')),
    CONSTRAINT phone_lines_status_check CHECK (status IN ('PENDING', 'ACTIVE', 'RELEASED')),
    CONSTRAINT phone_lines_routed_check CHECK (routed_to IN ('VAPI', 'TWILIO')),
    CONSTRAINT phone_lines_active_check CHECK (status <> 'ACTIVE' OR twilio_sid IS NOT NULL)
  )`,
  // One owner in the whole deployment: an index sees the rows that policies hide.
  `CREATE UNIQUE INDEX phone_lines_number ON phone_lines (number) WHERE status <> 'RELEASED'`,
  `CREATE INDEX phone_lines_page ON phone_lines (workspace_id, created_at, id)`,
  `CREATE INDEX phone_lines_assistant ON phone_lines (workspace_id, assistant_id) WHERE assistant_id IS NOT NULL`,
  `CREATE INDEX phone_lines_vapi_number ON phone_lines (vapi_phone_number_id) WHERE vapi_phone_number_id IS NOT NULL`,
];
