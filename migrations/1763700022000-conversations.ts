import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/** The conversations that this server leads itself, turn by turn. */
export class Conversations1763700022000 implements MigrationInterface {
  name = 'Conversations1763700022000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await protectTenantTable(runner, {
      table: 'call_turns',
      grants: { ab_app: 'SELECT, INSERT, UPDATE, DELETE', ab_intake: 'SELECT (workspace_id, call_key), DELETE' },
    });
    // Whose a call is, the number says that was dialled.
    await runner.query('GRANT SELECT (phone_number, route, created_at) ON voice_assistants TO ab_intake');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE SELECT (phone_number, route, created_at) ON voice_assistants FROM ab_intake');
    await runner.query('DROP INDEX voice_assistants_number');
    await runner.query('DROP TABLE call_turns');
  }
}

const statements = [
  // Keyed by the platform's call id, like tool_invocations: the caller is answered before the call's row is made.
  `CREATE TABLE call_turns (
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    call_key text NOT NULL,
    turn integer NOT NULL,
    state text NOT NULL DEFAULT 'running',
    holder uuid NOT NULL,
    lease_until timestamptz NOT NULL,
    heard text,
    confidence double precision,
    language text NOT NULL,
    said text,
    next jsonb NOT NULL DEFAULT '{"kind": "listen"}',
    fault text,
    steps jsonb NOT NULL DEFAULT '[]',
    usage jsonb NOT NULL DEFAULT '[]',
    at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    PRIMARY KEY (workspace_id, call_key, turn),
    CONSTRAINT call_turns_state_check CHECK (state IN ('running', 'done')),
    CONSTRAINT call_turns_fault_check CHECK (fault IN ('silence', 'unclear', 'slow', 'model', 'transfer'))
  )`,
  `CREATE INDEX voice_assistants_number ON voice_assistants (phone_number) WHERE phone_number IS NOT NULL`,
];
