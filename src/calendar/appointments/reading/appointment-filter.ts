import type { AppointmentStatus } from '../appointment.js';

/** Which appointments: everything given must hold. Ids are the database's. */
export interface AppointmentFilter {
  /** Starts then or later. */
  from?: Date | null | undefined;
  /** Starts before. */
  to?: Date | null | undefined;
  status?: AppointmentStatus | null | undefined;
  /** Of any attendee. */
  attendeeEmail?: string | null | undefined;
  callId?: string | null | undefined;
  contactId?: string | null | undefined;
  eventTypeId?: number | null | undefined;
}

/** Conditions over `appointments a`, with their values. */
export interface Conditions {
  text: string;
  values: unknown[];
}

const attends = (place: string) =>
  `EXISTS (SELECT FROM jsonb_array_elements(a.attendees) AS e WHERE lower(e ->> 'email') = lower(${place}::text))`;

/**
 * What is gone from the calendar is left out.
 *
 * @param workspaceId null for a platform ADMIN, who reads across workspaces.
 */
export function conditionsOf(filter: AppointmentFilter, workspaceId: string | null): Conditions {
  const values: unknown[] = [];
  const conditions = ['a.deleted_at IS NULL'];
  const hold = (value: unknown, condition: (place: string) => string) => {
    if (value !== null && value !== undefined) conditions.push(condition(`$${values.push(value)}`));
  };
  hold(workspaceId, (place) => `a.workspace_id = ${place}::uuid`);
  hold(filter.from, (place) => `a.start_time >= ${place}::timestamptz`);
  hold(filter.to, (place) => `a.start_time < ${place}::timestamptz`);
  hold(filter.status, (place) => `a.status = ${place}`);
  hold(filter.callId, (place) => `a.call_id = ${place}::uuid`);
  hold(filter.contactId, (place) => `a.contact_id = ${place}::uuid`);
  hold(filter.eventTypeId, (place) => `a.event_type_id = ${place}::int`);
  hold(filter.attendeeEmail, attends);
  return { text: conditions.join(' AND '), values };
}
