import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { sql } from '../../../kernel/database/index.js';
import { CallIds } from '../../../voice/index.js';
import type { AppointmentLinks } from '../../appointments/appointment.js';
import { attemptsOf } from '../../bookings/attempt-field.js';
import type { CalComBooking } from '../../providers/calcom/booking.js';

const find = {
  name: 'attempt-links-find',
  text: `SELECT id, call_key AS "callKey" FROM booking_attempts WHERE workspace_id = $1 AND id = ANY($2::uuid[])`,
};
// Whoever made the booking may have died before it could say so.
const book = {
  name: 'attempt-links-book',
  text: `UPDATE booking_attempts a SET state = 'booked', cal_uid = made.uid, finished_at = clock_timestamp()
    FROM unnest($2::uuid[], $3::text[]) AS made (id, uid)
    WHERE a.workspace_id = $1 AND a.id = made.id AND a.state = 'pending'`,
};

interface AttemptRow {
  [column: string]: unknown;
  id: string;
  callKey: string | null;
}

/** Finds by what attempt of ours a booking was made, and in what call. */
@Injectable()
export class AttemptLinks {
  constructor(private readonly calls: CallIds) {}

  /** By the bookings' uids. Attempts whose outcome nobody knew are booked now. */
  async find(
    tx: RequestContext,
    bookings: readonly CalComBooking[],
  ): Promise<ReadonlyMap<string, Partial<AppointmentLinks>>> {
    const named = bookings
      .map((booking) => ({ booking, ids: attemptsOf(booking) }))
      .filter(({ ids }) => ids.length > 0);
    if (named.length === 0) return new Map();
    const rows = await sql<AttemptRow>(tx, find, [tx.workspaceId, named.flatMap(({ ids }) => ids)]);
    const attempts = new Map(rows.map((row) => [row.id, row]));
    await this.book(tx, named, attempts);
    const callIds = await this.calls.byKeys(
      tx,
      rows.flatMap(({ callKey }) => callKey ?? []),
    );
    return new Map(
      named.flatMap(({ booking, ids }) => {
        const attempt = ids.map((id) => attempts.get(id)).find((row) => row !== undefined);
        return attempt
          ? [[booking.uid, { attemptId: attempt.id, callId: callIds.get(attempt.callKey ?? '') ?? null }]]
          : [];
      }),
    );
  }

  /** What an attempt made is what was booked, not what that was moved to; of a series it is the first. */
  private async book(
    tx: RequestContext,
    named: readonly { booking: CalComBooking; ids: readonly string[] }[],
    attempts: ReadonlyMap<string, AttemptRow>,
  ): Promise<void> {
    const made = new Map<string, CalComBooking>();
    for (const { booking, ids } of named) {
      if (booking.rescheduledFromUid !== null) continue;
      for (const id of ids.filter((each) => attempts.has(each))) {
        const earlier = made.get(id);
        if (!earlier || booking.start < earlier.start) made.set(id, booking);
      }
    }
    if (made.size === 0) return;
    await sql(tx, book, [tx.workspaceId, [...made.keys()], [...made.values()].map(({ uid }) => uid)]);
  }
}
