import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/** Appointments, how they were booked, what is held for callers, and how far they are in step with Cal.com. */
export class Calendar1763700015000 implements MigrationInterface {
  name = 'Calendar1763700015000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    const app = { ab_app: 'SELECT, INSERT, UPDATE, DELETE' };
    // Bookings of the deployment's account are found by what this server knows of them, before their workspace is known.
    await protectTenantTable(runner, {
      table: 'appointments',
      grants: { ...app, ab_intake: 'SELECT (id, workspace_id, account_id, cal_uid, rescheduled_to_uid)' },
    });
    await protectTenantTable(runner, {
      table: 'booking_attempts',
      grants: { ...app, ab_intake: 'SELECT (id, workspace_id, state, lease_until)' },
    });
    for (const table of ['slot_holds', 'assistant_event_types', 'calendar_members', 'calendar_sync_counts']) {
      await protectTenantTable(runner, { table, grants: app });
    }
    await protectTenantTable(runner, { table: 'calendar_accounts', grants: app });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE calendar_sync_counts, calendar_accounts, calendar_members, assistant_event_types,
      slot_holds, booking_attempts, appointments`);
  }
}

const statements = [
  `CREATE TABLE appointments (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    provider text NOT NULL DEFAULT 'CAL_COM',
    account_id text,
    cal_uid text NOT NULL,
    cal_id bigint,
    event_type_id integer,
    title text NOT NULL,
    description text,
    notes text,
    start_time timestamptz NOT NULL,
    end_time timestamptz NOT NULL,
    location text,
    status text NOT NULL DEFAULT 'PENDING',
    vendor_status text,
    no_show boolean NOT NULL DEFAULT false,
    organizer_id integer,
    organizer_name text NOT NULL,
    organizer_email text,
    attendees jsonb NOT NULL DEFAULT '[]',
    responses jsonb NOT NULL DEFAULT '{}',
    metadata jsonb NOT NULL DEFAULT '{}',
    paid boolean NOT NULL DEFAULT false,
    payment_id text,
    cancellation_reason text,
    seated boolean NOT NULL DEFAULT false,
    series_uid text,
    ical_uid text,
    chain_id uuid NOT NULL,
    rescheduled_from_uid text,
    rescheduled_to_uid text,
    call_id uuid,
    contact_id uuid,
    attempt_id uuid,
    told_at timestamptz,
    source_updated_at timestamptz,
    last_seen_at timestamptz,
    missed_at timestamptz,
    deleted_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace_id, id),
    CONSTRAINT appointments_call_fk FOREIGN KEY (workspace_id, call_id)
      REFERENCES calls (workspace_id, id) ON DELETE SET NULL (call_id),
    CONSTRAINT appointments_contact_fk FOREIGN KEY (workspace_id, contact_id)
      REFERENCES contacts (workspace_id, id) ON DELETE SET NULL (contact_id),
    CONSTRAINT appointments_provider_check CHECK (provider IN ('CAL_COM', 'GOOGLE_VIA_VAPI')),
    CONSTRAINT appointments_status_check CHECK (status IN ('PENDING', 'ACCEPTED', 'CANCELLED', 'REJECTED')),
    CONSTRAINT appointments_times_check CHECK (end_time >= start_time)
  )`,
  `CREATE UNIQUE INDEX appointments_cal_uid ON appointments (workspace_id, cal_uid)`,
  // The deployment's account serves many workspaces: its bookings are looked for across them.
  `CREATE INDEX appointments_of_account ON appointments (account_id, cal_uid)`,
  `CREATE INDEX appointments_page ON appointments (workspace_id, start_time, id)`,
  `CREATE INDEX appointments_call ON appointments (workspace_id, call_id) WHERE call_id IS NOT NULL`,
  `CREATE INDEX appointments_contact ON appointments (workspace_id, contact_id, start_time) WHERE contact_id IS NOT NULL`,
  `CREATE INDEX appointments_chain ON appointments (workspace_id, chain_id)`,
  `CREATE INDEX appointments_moved_from ON appointments (workspace_id, rescheduled_from_uid)
    WHERE rescheduled_from_uid IS NOT NULL`,
  `CREATE INDEX appointments_attempt ON appointments (workspace_id, attempt_id) WHERE attempt_id IS NOT NULL`,
  `CREATE TABLE booking_attempts (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    key text NOT NULL,
    state text NOT NULL DEFAULT 'pending',
    account_id text NOT NULL,
    event_type_id integer NOT NULL,
    start_time timestamptz NOT NULL,
    call_key text,
    lease_until timestamptz NOT NULL,
    cal_uid text,
    failure text,
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    CONSTRAINT booking_attempts_state_check CHECK (state IN ('pending', 'booked', 'refused', 'released'))
  )`,
  // A slot that was cancelled, or refused, can be booked again.
  `CREATE UNIQUE INDEX booking_attempts_once ON booking_attempts (workspace_id, key) WHERE state IN ('pending', 'booked')`,
  `CREATE INDEX booking_attempts_pending ON booking_attempts (lease_until) WHERE state = 'pending'`,
  `CREATE INDEX booking_attempts_uid ON booking_attempts (workspace_id, cal_uid) WHERE cal_uid IS NOT NULL`,
  `CREATE INDEX booking_attempts_age ON booking_attempts (workspace_id, created_at)`,
  `CREATE TABLE slot_holds (
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    event_type_id integer NOT NULL,
    start_time timestamptz NOT NULL,
    call_key text NOT NULL,
    until timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, event_type_id, start_time)
  )`,
  `CREATE INDEX slot_holds_call ON slot_holds (workspace_id, call_key)`,
  `CREATE TABLE assistant_event_types (
    workspace_id uuid NOT NULL,
    assistant_id uuid NOT NULL,
    event_type_id integer NOT NULL,
    position integer NOT NULL,
    PRIMARY KEY (workspace_id, assistant_id, event_type_id),
    CONSTRAINT assistant_event_types_assistant_fk FOREIGN KEY (workspace_id, assistant_id)
      REFERENCES voice_assistants (workspace_id, id) ON DELETE CASCADE
  )`,
  `CREATE TABLE calendar_members (
    workspace_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    account_id text NOT NULL,
    state text NOT NULL,
    member_id integer,
    emails_digest text NOT NULL,
    checked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace_id, contact_id, account_id),
    CONSTRAINT calendar_members_state_check
      CHECK (state IN ('LINKED', 'NOT_A_MEMBER', 'PLAN_LACKS_ORGANIZATION', 'NOT_ALLOWED')),
    CONSTRAINT calendar_members_linked_check CHECK ((state = 'LINKED') = (member_id IS NOT NULL)),
    CONSTRAINT calendar_members_contact_fk FOREIGN KEY (workspace_id, contact_id)
      REFERENCES contacts (workspace_id, id) ON DELETE CASCADE
  )`,
  `CREATE TABLE calendar_accounts (
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    account_id text NOT NULL,
    high_water timestamptz,
    last_poll_at timestamptz,
    last_sweep_at timestamptz,
    last_webhook_at timestamptz,
    problem text,
    PRIMARY KEY (workspace_id, account_id)
  )`,
  `CREATE TABLE calendar_sync_counts (
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    hour timestamptz NOT NULL,
    origin text NOT NULL,
    compared integer NOT NULL DEFAULT 0,
    repaired integer NOT NULL DEFAULT 0,
    PRIMARY KEY (workspace_id, hour, origin),
    CONSTRAINT calendar_sync_counts_origin_check CHECK (origin IN ('webhook', 'delta', 'sweep'))
  )`,
];
