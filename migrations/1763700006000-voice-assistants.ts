import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

export class VoiceAssistants1763700006000 implements MigrationInterface {
  name = 'VoiceAssistants1763700006000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await protectTenantTable(runner, {
      table: 'voice_assistants',
      grants: {
        ab_app: 'SELECT, INSERT, UPDATE',
        ab_intake: 'SELECT (id, workspace_id, vapi_assistant_id, vapi_phone_number_id, deleted_at)',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE voice_assistants');
  }
}

const statements = [
  `CREATE TABLE voice_assistants (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL CONSTRAINT voice_assistants_workspace_fk REFERENCES workspaces (id),
    client_id uuid NOT NULL,
    owner_id uuid CONSTRAINT voice_assistants_owner_fk REFERENCES users (id),
    name text NOT NULL,
    phone_number text,
    route text NOT NULL DEFAULT 'VAPI',
    active boolean NOT NULL DEFAULT true,
    language text NOT NULL,
    other_languages text[] NOT NULL DEFAULT '{}',
    time_zone text NOT NULL,
    model_provider text NOT NULL,
    model text NOT NULL,
    voice_provider text NOT NULL,
    voice_id text NOT NULL,
    transcriber_provider text NOT NULL,
    transcriber_model text,
    personality text NOT NULL,
    context text NOT NULL,
    first_message text NOT NULL,
    transfer_number text,
    recording_enabled boolean NOT NULL DEFAULT true,
    tools jsonb NOT NULL DEFAULT '[]',
    vapi_assistant_id text,
    vapi_phone_number_id text,
    sync_state text NOT NULL DEFAULT 'PENDING',
    sync_error text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    CONSTRAINT voice_assistants_of_workspace UNIQUE (workspace_id, id),
    CONSTRAINT voice_assistants_client_fk FOREIGN KEY (workspace_id, client_id) REFERENCES clients (workspace_id, id),
    CONSTRAINT voice_assistants_route_check CHECK (route IN ('VAPI', 'TWILIO')),
    CONSTRAINT voice_assistants_personality_check
      CHECK (personality IN ('PROFESSIONAL', 'FRIENDLY', 'WARM', 'CONCISE', 'ENTHUSIASTIC')),
    CONSTRAINT voice_assistants_sync_state_check CHECK (sync_state IN ('PENDING', 'SYNCED', 'FAILED', 'DRIFTED'))
  )`,
  `CREATE INDEX voice_assistants_page ON voice_assistants (workspace_id, created_at DESC, id DESC)`,
  `CREATE UNIQUE INDEX voice_assistants_vapi ON voice_assistants (vapi_assistant_id) WHERE deleted_at IS NULL`,
  `CREATE INDEX voice_assistants_vapi_number ON voice_assistants (vapi_phone_number_id)`,
];
