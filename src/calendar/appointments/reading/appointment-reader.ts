import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { iso, sql, UnitOfWork, workspaceOf } from '../../../kernel/database/index.js';
import type { Position } from '../../../kernel/graphql/index.js';
import type { AppointmentType } from '../graphql/appointment.type.js';
import { conditionsOf, type AppointmentFilter } from './appointment-filter.js';

type AppointmentRow = AppointmentType & Record<string, unknown>;

/** Named as GraphQL names them, so that rows need no mapping. Whoever knows a seat's id can give it up: it stays here. */
const columns = `'appointment_' || a.id AS id, a.id AS uuid, a.workspace_id AS "workspaceId", a.provider,
  a.cal_uid AS "calUid", a.event_type_id AS "eventTypeId", a.title, a.description, a.notes,
  ${iso('a.start_time')} AS "startTime", ${iso('a.end_time')} AS "endTime", a.location, a.status, a.no_show AS "noShow",
  a.organizer_id AS "organizerId", a.organizer_name AS "organizerName", a.organizer_email AS "organizerEmail",
  (SELECT coalesce(jsonb_agg(e - 'seatUid' ORDER BY n), '[]') FROM jsonb_array_elements(a.attendees)
    WITH ORDINALITY AS t (e, n)) AS attendees,
  a.responses, a.metadata, a.paid, a.payment_id AS "paymentId", a.cancellation_reason AS "cancellationReason",
  ${iso('a.created_at')} AS "createdAt", ${iso('a.updated_at')} AS "updatedAt", a.contact_id AS "contactId",
  a.call_id AS "callId", a.rescheduled_from_uid AS "rescheduledFromUid", a.rescheduled_to_uid AS "rescheduledToUid",
  to_char(a.start_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS position, a.updated_at::text AS version`;

const inOrder = 'ORDER BY a.start_time, a.id';

export interface AppointmentPage {
  filter: AppointmentFilter;
  after: Position | null;
  limit: number;
}

/** Reads appointments of the context's workspace, or of all for a platform ADMIN who has entered none. */
@Injectable()
export class AppointmentReader {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Those that start first come first. */
  page(ctx: RequestContext, { filter, after, limit }: AppointmentPage): Promise<AppointmentType[]> {
    const { text, values } = conditionsOf(filter, workspaceOf(ctx));
    const seek = after
      ? ` AND (a.start_time, a.id) > ($${values.push(after.key)}::timestamptz, $${values.push(after.id)}::uuid)`
      : '';
    const limited = `LIMIT $${values.push(limit)}`;
    return this.read(ctx, `SELECT ${columns} FROM appointments a WHERE ${text}${seek} ${inOrder} ${limited}`, values);
  }

  async count(ctx: RequestContext, filter: AppointmentFilter): Promise<number> {
    const { text, values } = conditionsOf(filter, workspaceOf(ctx));
    const counted = `SELECT count(*)::int AS count FROM appointments a WHERE ${text}`;
    const [row] = await this.unitOfWork.run(ctx, (tx) => sql<{ count: number }>(tx, counted, values));
    return row?.count ?? 0;
  }

  async find(ctx: RequestContext, id: string): Promise<AppointmentType | null> {
    const [appointment = null] = await this.where(ctx, (bind) => `a.id = ${bind(id)}`);
    return appointment;
  }

  /** By the calendar's ids, in no order; other workspaces than one's own have appointments for a platform ADMIN only. */
  findByUids(ctx: RequestContext, calUids: readonly string[]): Promise<AppointmentType[]> {
    return this.where(ctx, (bind) => `a.cal_uid = ANY(${bind(calUids)}::text[])`);
  }

  /** Those that start first come first. */
  findByCalls(ctx: RequestContext, callIds: readonly string[]): Promise<AppointmentType[]> {
    return this.where(ctx, (bind) => `a.call_id = ANY(${bind(callIds)}::uuid[])`);
  }

  /** Those whose rows were written then or later, in that order. */
  changedSince(ctx: RequestContext, since: Date): Promise<AppointmentType[]> {
    const { text, values } = conditionsOf({}, workspaceOf(ctx));
    const statement = `SELECT ${columns} FROM appointments a WHERE ${text}
      AND a.updated_at >= $${values.push(since)}::timestamptz ORDER BY a.updated_at, a.id LIMIT 1000`;
    return this.read(ctx, statement, values);
  }

  private where(
    ctx: RequestContext,
    condition: (bind: (value: unknown) => string) => string,
  ): Promise<AppointmentType[]> {
    const { text, values } = conditionsOf({}, workspaceOf(ctx));
    const also = condition((value) => `$${values.push(value)}`);
    return this.read(ctx, `SELECT ${columns} FROM appointments a WHERE ${text} AND ${also} ${inOrder}`, values);
  }

  private read(ctx: RequestContext, statement: string, values: readonly unknown[]): Promise<AppointmentType[]> {
    return this.unitOfWork.run(ctx, (tx) => sql<AppointmentRow>(tx, statement, values));
  }
}
