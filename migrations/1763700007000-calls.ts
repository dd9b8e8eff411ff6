import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/** One row per call, whatever event comes first, and what was said, done, left and transferred in it. */
export class Calls1763700007000 implements MigrationInterface {
  name = 'Calls1763700007000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    const app = { ab_app: 'SELECT, INSERT, UPDATE, DELETE' };
    await protectTenantTable(runner, {
      table: 'calls',
      grants: {
        ...app,
        ab_intake:
          'SELECT (id, workspace_id, status, vapi_call_id, began_at, report_key, sandbox, updated_at, delete_after), DELETE',
        ab_search: 'SELECT',
      },
    });
    for (const table of ['transcript_segments', 'call_messages', 'call_transfers']) {
      await protectTenantTable(runner, { table, grants: app });
    }
    await protectTenantTable(runner, {
      table: 'tool_invocations',
      grants: { ...app, ab_intake: 'SELECT, INSERT, UPDATE, DELETE' },
    });
    await searchFunction(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION search_calls(text, integer)');
    await runner.query('DROP TABLE tool_invocations, call_transfers, call_messages, transcript_segments, calls');
    await runner.query('DROP FUNCTION fold_text(text)');
  }
}

/**
 * Row-level security keeps `@@` from using the index (it is not leakproof), so the search runs as a role of its own
 * and filters the workspace itself. A platform ADMIN searches all; the setting `role` still names the caller's.
 */
async function searchFunction(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE FUNCTION search_calls(query text, at_most integer) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT id FROM (
        SELECT id, began_at FROM calls
        WHERE workspace_id = (SELECT nullif(current_setting('app.workspace_id', true), '')::uuid)
          AND search @@ query::tsquery AND current_setting('role') <> 'ab_admin'
        UNION ALL
        SELECT id, began_at FROM calls WHERE search @@ query::tsquery AND current_setting('role') = 'ab_admin'
      ) AS found ORDER BY began_at DESC, id DESC LIMIT at_most
    $$`);
  await runner.query('REVOKE ALL ON FUNCTION search_calls(text, integer) FROM PUBLIC');
  await runner.query('GRANT EXECUTE ON FUNCTION search_calls(text, integer) TO ab_app, ab_admin');
  await runner.query('GRANT CREATE ON SCHEMA public TO ab_search');
  await runner.query('ALTER FUNCTION search_calls(text, integer) OWNER TO ab_search');
  await runner.query('REVOKE CREATE ON SCHEMA public FROM ab_search');
}

const statements = [
  `CREATE EXTENSION IF NOT EXISTS btree_gin`,
  // Accents and case are ignored without the unaccent extension, which not every managed PostgreSQL has.
  `CREATE FUNCTION fold_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN regexp_replace(normalize(lower(value), NFD), '[\u0300-\u036f]', '', 'g')`,
  `CREATE TABLE calls (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    vapi_call_id text,
    twilio_call_sid text,
    assistant_id uuid,
    client_id uuid,
    contact_id uuid,
    status text NOT NULL,
    outcome text,
    direction text,
    from_number text,
    to_number text,
    from_identity text,
    to_identity text,
    began_at timestamptz NOT NULL,
    started_at timestamptz,
    ended_at timestamptz,
    duration_seconds integer,
    ended_reason text,
    satisfaction smallint,
    summary text,
    recording_url text,
    disclosed_at timestamptz,
    cost numeric,
    currency text,
    report_key text,
    evidence jsonb NOT NULL DEFAULT '{}',
    sandbox boolean NOT NULL DEFAULT false,
    search tsvector,
    delete_after timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace_id, id),
    CONSTRAINT calls_assistant_fk FOREIGN KEY (workspace_id, assistant_id) REFERENCES voice_assistants (workspace_id, id),
    CONSTRAINT calls_client_fk FOREIGN KEY (workspace_id, client_id) REFERENCES clients (workspace_id, id),
    CONSTRAINT calls_contact_fk FOREIGN KEY (workspace_id, contact_id)
      REFERENCES contacts (workspace_id, id) ON DELETE SET NULL (contact_id),
    CONSTRAINT calls_status_check CHECK (status IN ('QUEUED', 'RINGING', 'IN_PROGRESS', 'FORWARDING', 'COMPLETED', 'FAILED')),
    CONSTRAINT calls_outcome_check CHECK (outcome IN
      ('CONVERSATION', 'TRANSFERRED', 'VOICEMAIL', 'NO_ANSWER', 'BUSY', 'ABANDONED', 'CANCELLED', 'ERROR')),
    CONSTRAINT calls_direction_check CHECK (direction IN ('INBOUND', 'OUTBOUND', 'WEB')),
    CONSTRAINT calls_satisfaction_check CHECK (satisfaction BETWEEN 1 AND 5)
  ) WITH (fillfactor = 80)`,
  `CREATE UNIQUE INDEX calls_vapi ON calls (workspace_id, vapi_call_id)`,
  `CREATE UNIQUE INDEX calls_twilio ON calls (workspace_id, twilio_call_sid) WHERE vapi_call_id IS NULL`,
  `CREATE INDEX calls_twilio_sid ON calls (workspace_id, twilio_call_sid) WHERE twilio_call_sid IS NOT NULL`,
  // Serves pages, newest first, and periods alike.
  `CREATE INDEX calls_page ON calls (workspace_id, began_at DESC, id DESC)`,
  `CREATE INDEX calls_assistant ON calls (workspace_id, assistant_id, began_at)`,
  `CREATE INDEX calls_contact ON calls (workspace_id, contact_id) WHERE contact_id IS NOT NULL`,
  `CREATE INDEX calls_retention ON calls (delete_after) WHERE delete_after IS NOT NULL`,
  `CREATE INDEX calls_unreported ON calls (began_at) WHERE report_key IS NULL`,
  `CREATE INDEX calls_search ON calls USING gin (workspace_id, search)`,
  `CREATE TABLE transcript_segments (
    workspace_id uuid NOT NULL,
    call_id uuid NOT NULL,
    key text NOT NULL,
    source text NOT NULL,
    position integer NOT NULL,
    role text NOT NULL,
    text text NOT NULL,
    at timestamptz,
    seconds_from_start double precision,
    PRIMARY KEY (workspace_id, call_id, key),
    CONSTRAINT transcript_segments_call_fk FOREIGN KEY (workspace_id, call_id)
      REFERENCES calls (workspace_id, id) ON DELETE CASCADE,
    CONSTRAINT transcript_segments_source_check CHECK (source IN ('conversation', 'live', 'report')),
    CONSTRAINT transcript_segments_role_check CHECK (role IN ('ASSISTANT', 'CALLER', 'SYSTEM', 'TOOL'))
  )`,
  `CREATE TABLE call_messages (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    call_id uuid NOT NULL,
    tool_call_id text,
    name text,
    callback text,
    text text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    handled_at timestamptz,
    CONSTRAINT call_messages_call_fk FOREIGN KEY (workspace_id, call_id)
      REFERENCES calls (workspace_id, id) ON DELETE CASCADE
  )`,
  `CREATE UNIQUE INDEX call_messages_once ON call_messages (workspace_id, call_id, tool_call_id)`,
  `CREATE TABLE call_transfers (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    call_id uuid NOT NULL,
    key text NOT NULL,
    destination text NOT NULL,
    status text NOT NULL,
    at timestamptz NOT NULL,
    summary text,
    CONSTRAINT call_transfers_call_fk FOREIGN KEY (workspace_id, call_id)
      REFERENCES calls (workspace_id, id) ON DELETE CASCADE
  )`,
  `CREATE UNIQUE INDEX call_transfers_once ON call_transfers (workspace_id, call_id, key)`,
  // Keyed by the platform's call id: a tool may be asked for before any event has made the call's row.
  `CREATE TABLE tool_invocations (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    call_key text NOT NULL,
    tool_call_id text NOT NULL,
    name text NOT NULL,
    arguments jsonb NOT NULL,
    state text NOT NULL DEFAULT 'pending',
    lease_until timestamptz NOT NULL,
    result text,
    error text,
    duration_ms integer,
    at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    CONSTRAINT tool_invocations_state_check CHECK (state IN ('pending', 'done'))
  )`,
  `CREATE UNIQUE INDEX tool_invocations_once ON tool_invocations (workspace_id, call_key, tool_call_id)`,
];
