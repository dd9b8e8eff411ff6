import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import { appointmentColumns } from '../appointments/appointment-rows.js';
import type { Appointment, Attendee } from '../appointments/appointment.js';

/** By what a caller is recognised in appointments. */
export interface Recognised {
  callKey: string;
  /** E.164; null for a caller who shows none. */
  number: string | null;
  /** Addresses that are surely theirs, in lower case. */
  emails: readonly string[];
}

const find = {
  name: 'callers-appointments-find',
  text: `SELECT ${appointmentColumns} FROM appointments
    WHERE workspace_id = $1 AND start_time >= $2 AND start_time < $3 AND deleted_at IS NULL
      AND status IN ('PENDING', 'ACCEPTED')
      AND (EXISTS (SELECT FROM jsonb_array_elements(attendees) AS a
             WHERE a ->> 'phoneNumber' = $4 OR lower(a ->> 'email') = ANY($5::text[]))
        OR attempt_id IN (SELECT id FROM booking_attempts WHERE workspace_id = $1 AND call_key = $6))
    ORDER BY start_time, id LIMIT 20`,
};

/**
 * A caller's own appointments: those of their number, of addresses that are surely theirs, and those booked in this very
 * call. Nothing that is merely said opens anybody's.
 */
@Injectable()
export class CallersAppointments {
  /** Open ones that begin within the time, the first one first; at most twenty. */
  find(ctx: RequestContext, who: Recognised, { from, to }: { from: Date; to: Date }): Promise<Appointment[]> {
    const { number, emails, callKey } = who;
    return sql<Appointment>(ctx, find, [ctx.workspaceId, from, to, number, emails, callKey]);
  }
}

/** The caller's own place in an appointment of several. */
export function seatOf({ seated, attendees }: Appointment, who: Recognised): string | undefined {
  return seated ? (attendees.find((attendee) => isTheirs(attendee, who))?.seatUid ?? undefined) : undefined;
}

function isTheirs({ phoneNumber, email }: Attendee, { number, emails }: Recognised): boolean {
  return (phoneNumber !== null && phoneNumber === number) || (email !== null && emails.includes(email.toLowerCase()));
}
