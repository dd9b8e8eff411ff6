import { Injectable } from '@nestjs/common';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';

/** What makes two requests the same booking, and what is to be booked. */
export interface AttemptPlan {
  /** A digest: it holds who books. */
  key: string;
  accountId: string;
  eventTypeId: number;
  start: Date;
  /** Vapi's id of the call, for a booking by voice. */
  callKey: string | null;
}

/** Booking one slot once: its id stands in the booking's metadata, by which it is found again. */
export interface BookingAttempt {
  [column: string]: unknown;
  id: string;
  state: 'pending' | 'booked';
  /** Of the booking that came of it. */
  calUid: string | null;
  /** Whoever reads this may go on with it: it is new, or its holder has died. */
  mine: boolean;
  /** Nobody else has tried before. */
  fresh: boolean;
  /** As PostgreSQL writes it, to the microsecond: nobody else has the same one. */
  leaseUntil: string;
}

export type AttemptHold = Pick<BookingAttempt, 'id' | 'leaseUntil'>;

/** The holder renews it while it waits for the calendar; it lapses this long after the holder has died. */
export const leaseMs = 4_000;

const lease = `clock_timestamp() + make_interval(secs => ${leaseMs / 1000})`;
const written = `to_json(lease_until) #>> '{}'`;

// A second statement for what is there already: an insert that meets a row which was committed meanwhile does not see it.
const insert = {
  name: 'booking-attempts-insert',
  text: `INSERT INTO booking_attempts (id, workspace_id, key, account_id, event_type_id, start_time, call_key, lease_until)
    VALUES ($1, $2, $3, $4, $5, $6, $7, ${lease})
    ON CONFLICT (workspace_id, key) WHERE state IN ('pending', 'booked') DO NOTHING
    RETURNING id, state, cal_uid AS "calUid", true AS mine, true AS fresh, ${written} AS "leaseUntil"`,
};
const takeOver = {
  name: 'booking-attempts-take-over',
  text: `UPDATE booking_attempts SET lease_until = ${lease}
    WHERE workspace_id = $1 AND key = $2 AND state = 'pending' AND lease_until < clock_timestamp()
    RETURNING id, state, cal_uid AS "calUid", true AS mine, false AS fresh, ${written} AS "leaseUntil"`,
};
const find = {
  name: 'booking-attempts-find',
  text: `SELECT id, state, cal_uid AS "calUid", false AS mine, false AS fresh, ${written} AS "leaseUntil"
    FROM booking_attempts WHERE workspace_id = $1 AND key = $2 AND state IN ('pending', 'booked')`,
};
const renew = {
  name: 'booking-attempts-renew',
  text: `UPDATE booking_attempts SET lease_until = ${lease}
    WHERE workspace_id = $1 AND id = $2 AND state = 'pending' AND lease_until = $3::timestamptz
    RETURNING ${written} AS "leaseUntil"`,
};
const book = {
  name: 'booking-attempts-book',
  text: `UPDATE booking_attempts SET state = 'booked', cal_uid = $3, finished_at = clock_timestamp()
    WHERE workspace_id = $1 AND id = $2 AND state IN ('pending', 'booked')`,
};
const refuse = {
  name: 'booking-attempts-refuse',
  text: `UPDATE booking_attempts SET state = 'refused', failure = $3, finished_at = clock_timestamp()
    WHERE workspace_id = $1 AND id = $2 AND state = 'pending' AND lease_until = $4::timestamptz RETURNING 1`,
};
const leave = {
  name: 'booking-attempts-leave',
  text: `UPDATE booking_attempts SET lease_until = clock_timestamp()
    WHERE workspace_id = $1 AND id = $2 AND state = 'pending' AND lease_until = $3::timestamptz`,
};
const release = {
  name: 'booking-attempts-release',
  text: `UPDATE booking_attempts SET state = 'released'
    WHERE workspace_id = $1 AND cal_uid = ANY($2::text[]) AND state = 'booked'`,
};
const takeAbandoned = {
  name: 'booking-attempts-take-abandoned',
  text: `UPDATE booking_attempts SET lease_until = clock_timestamp() + interval '15 s'
    WHERE id IN (
      SELECT id FROM booking_attempts
      WHERE workspace_id = $1 AND state = 'pending' AND lease_until < clock_timestamp() - make_interval(secs => $2)
      ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, ${written} AS "leaseUntil", account_id AS "accountId", event_type_id AS "eventTypeId",
      start_time AS start`,
};
const withAbandoned = {
  name: 'booking-attempts-with-abandoned',
  text: `SELECT DISTINCT workspace_id AS "workspaceId" FROM booking_attempts
    WHERE state = 'pending' AND lease_until < clock_timestamp() - make_interval(secs => $1)`,
};

/** One that nobody goes on with: its process died, or the calendar never said what became of it. */
export interface AbandonedAttempt extends AttemptHold {
  [column: string]: unknown;
  accountId: string;
  eventTypeId: number;
  start: Date;
}

/** By then every holder that lives has renewed its lease, and whoever waits for the slot has taken it over. */
const abandonedAfterSeconds = 20;

/** Attempts to book, in units of work of their own: what was tried must be known even when nothing else is. */
@Injectable()
export class BookingAttempts {
  /** Begins an attempt, goes on with an abandoned one, or says what there is. */
  async claim(
    ctx: RequestContext,
    { key, accountId, eventTypeId, start, callKey }: AttemptPlan,
  ): Promise<BookingAttempt> {
    for (;;) {
      const values = [uuidv7(), ctx.workspaceId, key, accountId, eventTypeId, start, callKey];
      const [begun] = await sql<BookingAttempt>(ctx, insert, values);
      if (begun) return begun;
      const [taken] = await sql<BookingAttempt>(ctx, takeOver, [ctx.workspaceId, key]);
      if (taken) return taken;
      const [known] = await sql<BookingAttempt>(ctx, find, [ctx.workspaceId, key]);
      if (known) return known;
      // It was refused between two statements: now it can begin anew.
    }
  }

  /** @returns the new lease; undefined when somebody else has gone on with it. */
  async renew(ctx: RequestContext, { id, leaseUntil }: AttemptHold): Promise<string | undefined> {
    const [renewed] = await sql<{ leaseUntil: string }>(ctx, renew, [ctx.workspaceId, id, leaseUntil]);
    return renewed?.leaseUntil;
  }

  async book(ctx: RequestContext, id: string, calUid: string): Promise<void> {
    await sql(ctx, book, [ctx.workspaceId, id, calUid]);
  }

  /**
   * @param failure Our reason: `CALENDAR.SLOT_UNAVAILABLE`.
   * @returns false when somebody else has gone on with it, and will say what becomes of it.
   */
  async refuse(ctx: RequestContext, { id, leaseUntil }: AttemptHold, failure: string): Promise<boolean> {
    const rows = await sql(ctx, refuse, [ctx.workspaceId, id, failure, leaseUntil]);
    return rows.length === 1;
  }

  /** Whoever asks next goes on with it at once. */
  async leave(ctx: RequestContext, { id, leaseUntil }: AttemptHold): Promise<void> {
    await sql(ctx, leave, [ctx.workspaceId, id, leaseUntil]);
  }

  /** The slots of these bookings can be booked again. */
  async release(ctx: RequestContext, calUids: readonly string[]): Promise<void> {
    if (calUids.length > 0) await sql(ctx, release, [ctx.workspaceId, calUids]);
  }

  /** The oldest that nobody goes on with, for whoever asks; null when there is none. */
  async takeAbandoned(ctx: RequestContext): Promise<AbandonedAttempt | null> {
    const [taken = null] = await sql<AbandonedAttempt>(ctx, takeAbandoned, [ctx.workspaceId, abandonedAfterSeconds]);
    return taken;
  }

  /** @param ctx with access `intake`. */
  async workspacesWithAbandonedAcrossTenants(ctx: RequestContext): Promise<string[]> {
    const rows = await sql<{ workspaceId: string }>(ctx, withAbandoned, [abandonedAfterSeconds]);
    return rows.map(({ workspaceId }) => workspaceId);
  }
}
