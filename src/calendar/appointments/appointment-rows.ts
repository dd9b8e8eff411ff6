import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import type { Appointment } from './appointment.js';

/** Column, and the appointment's field and type that it is set from. */
const columns = [
  ['provider', 'provider', 'text'],
  ['account_id', 'accountId', 'text'],
  ['cal_uid', 'calUid', 'text'],
  ['cal_id', 'calId', 'bigint'],
  ['event_type_id', 'eventTypeId', 'integer'],
  ['title', 'title', 'text'],
  ['description', 'description', 'text'],
  ['notes', 'notes', 'text'],
  ['start_time', 'start', 'timestamptz'],
  ['end_time', 'end', 'timestamptz'],
  ['location', 'location', 'text'],
  ['status', 'status', 'text'],
  ['vendor_status', 'vendorStatus', 'text'],
  ['no_show', 'noShow', 'boolean'],
  ['organizer_id', 'organizerId', 'integer'],
  ['organizer_name', 'organizerName', 'text'],
  ['organizer_email', 'organizerEmail', 'text'],
  ['attendees', 'attendees', 'jsonb'],
  ['responses', 'responses', 'jsonb'],
  ['metadata', 'metadata', 'jsonb'],
  ['paid', 'paid', 'boolean'],
  ['payment_id', 'paymentId', 'text'],
  ['cancellation_reason', 'cancellationReason', 'text'],
  ['seated', 'seated', 'boolean'],
  ['series_uid', 'seriesUid', 'text'],
  ['ical_uid', 'icalUid', 'text'],
  ['chain_id', 'chainId', 'uuid'],
  ['rescheduled_from_uid', 'rescheduledFromUid', 'text'],
  ['rescheduled_to_uid', 'rescheduledToUid', 'text'],
  ['call_id', 'callId', 'uuid'],
  ['contact_id', 'contactId', 'uuid'],
  ['attempt_id', 'attemptId', 'uuid'],
  ['source_updated_at', 'sourceUpdatedAt', 'timestamptz'],
  ['last_seen_at', 'lastSeenAt', 'timestamptz'],
  ['told_at', 'toldAt', 'timestamptz'],
  ['missed_at', 'missedAt', 'timestamptz'],
  ['deleted_at', 'deletedAt', 'timestamptz'],
  ['created_at', 'createdAt', 'timestamptz'],
] as const;

/** For SELECT, as `Appointment`. */
export const appointmentColumns = [
  'id',
  'workspace_id AS "workspaceId"',
  ...columns.map(([name, field, type]) => `${type === 'bigint' ? `${name}::float8` : name} AS "${field}"`),
  'updated_at AS "updatedAt"',
].join(', ');

const names = columns.map(([name]) => name);
const fields = columns.map(([, field, type]) => `"${field}" ${type}`).join(', ');

const store = {
  name: 'appointments-store',
  text: `INSERT INTO appointments (id, workspace_id, ${names.join(', ')})
    SELECT r.id, $1::uuid, ${columns.map(([, field]) => `r."${field}"`).join(', ')}
    FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, ${fields}) ORDER BY r."calUid"
    ON CONFLICT (workspace_id, cal_uid) DO UPDATE SET updated_at = now(),
      ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
};

/** One chain for what turns out to belong together. */
const joinChains = {
  name: 'appointments-join-chains',
  text: `UPDATE appointments SET chain_id = $2, updated_at = now()
    WHERE workspace_id = $1 AND chain_id = ANY($3::uuid[]) AND chain_id <> $2`,
};

// What one was moved to is locked with it: the one cannot be told of without a look at the other.
const lock = {
  name: 'appointments-lock',
  text: `SELECT pg_advisory_xact_lock(hashtextextended($1::text || ' ' || uid, 7)) FROM (
      SELECT uid FROM (
        SELECT unnest($2::text[]) AS uid UNION SELECT cal_uid FROM appointments
        WHERE workspace_id = $1::uuid AND rescheduled_from_uid = ANY($2::text[])
      ) AS meant ORDER BY uid
    ) AS keys`,
};

const findLinked = {
  name: 'appointments-linked',
  text: `SELECT ${appointmentColumns} FROM appointments
    WHERE workspace_id = $1 AND (cal_uid = ANY($2::text[]) OR rescheduled_from_uid = ANY($2::text[]))`,
};

const findByUids = {
  name: 'appointments-by-uids',
  text: `SELECT ${appointmentColumns} FROM appointments WHERE workspace_id = $1 AND cal_uid = ANY($2::text[])`,
};

const findById = {
  name: 'appointments-by-id',
  text: `SELECT ${appointmentColumns} FROM appointments WHERE workspace_id = $1 AND id = $2 AND deleted_at IS NULL`,
};

const see = {
  name: 'appointments-see',
  text: `UPDATE appointments SET last_seen_at = seen.at
    FROM unnest($2::uuid[], $3::timestamptz[]) AS seen (id, at) WHERE workspace_id = $1 AND appointments.id = seen.id`,
};

/**
 * Those with these uids, and what they were moved to. Nobody else writes them, or makes them, before the unit of work ends.
 */
export async function lockAppointments(ctx: RequestContext, calUids: readonly string[]): Promise<Appointment[]> {
  await sql(ctx, lock, [ctx.workspaceId, calUids]);
  return sql<Appointment>(ctx, findLinked, [ctx.workspaceId, calUids]);
}

export function findAppointments(ctx: RequestContext, calUids: readonly string[]): Promise<Appointment[]> {
  return sql<Appointment>(ctx, findByUids, [ctx.workspaceId, calUids]);
}

export async function findAppointment(ctx: RequestContext, id: string): Promise<Appointment | null> {
  const [appointment = null] = await sql<Appointment>(ctx, findById, [ctx.workspaceId, id]);
  return appointment;
}

/** Makes or replaces them, whole. */
export async function storeAppointments(ctx: RequestContext, appointments: readonly Appointment[]): Promise<void> {
  if (appointments.length > 0) await sql(ctx, store, [ctx.workspaceId, JSON.stringify(appointments, withoutNul)]);
}

/** PostgreSQL takes no U+0000, and nobody means one. */
function withoutNul(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\u0000', '') : value;
}

/** That they were seen again, as they stand there. */
export async function seeAppointments(ctx: RequestContext, seen: readonly Appointment[]): Promise<void> {
  if (seen.length === 0) return;
  await sql(ctx, see, [ctx.workspaceId, seen.map(({ id }) => id), seen.map(({ lastSeenAt }) => lastSeenAt)]);
}

export async function storeOneChain(ctx: RequestContext, chainId: string, others: readonly string[]): Promise<void> {
  if (others.length > 0) await sql(ctx, joinChains, [ctx.workspaceId, chainId, others]);
}
