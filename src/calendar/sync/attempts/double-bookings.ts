import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../../kernel/database/index.js';
import { AppError, inLocale } from '../../../kernel/errors/index.js';
import { AppLogger, defineCounter } from '../../../kernel/observability/index.js';
import type { CalendarAccount } from '../../accounts/calendar-account.js';
import { isOpen, type Appointment } from '../../appointments/appointment.js';
import { BookingAttempts } from '../../bookings/booking-attempts.repository.js';
import { groupBy } from '../group-by.js';
import { BookingRecorder } from '../recording/booking-recorder.js';

const doubled = defineCounter({
  name: 'calendar_double_bookings_total',
  help: 'Bookings cancelled because the same order had been booked before: a request that was believed lost came through.',
});

// Attempts with one key are one order, however often it was begun.
const find = {
  name: 'double-bookings-find',
  text: `SELECT a.key, a.id AS "attemptId", p.cal_uid AS "calUid", coalesce(p.series_uid, p.cal_uid) AS unit
    FROM booking_attempts a JOIN appointments p ON p.workspace_id = a.workspace_id AND p.attempt_id = a.id
    WHERE a.workspace_id = $1
      AND a.key IN (SELECT key FROM booking_attempts WHERE workspace_id = $1 AND id = ANY($2::uuid[]))
      AND p.account_id = $3 AND p.status IN ('PENDING', 'ACCEPTED') AND p.deleted_at IS NULL
      AND p.rescheduled_from_uid IS NULL AND NOT p.seated
    ORDER BY p.created_at, p.cal_id, p.start_time`,
};

interface BookedRow {
  [column: string]: unknown;
  key: string;
  attemptId: string;
  calUid: string;
  /** Its own uid, or that of its series, which is cancelled as one. */
  unit: string;
}

const reason = { en: 'Booked twice by mistake', fr: 'Réservé deux fois par erreur' };

/** One order is one booking: the oldest stays, and what came of the same order later is cancelled. */
@Injectable()
export class DoubleBookings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: BookingAttempts,
    private readonly recorder: BookingRecorder,
    private readonly log: AppLogger,
  ) {}

  /** @param recorded Appointments as they were just read; outside any unit of work. */
  async resolve(ctx: RequestContext, account: CalendarAccount, recorded: readonly Appointment[]): Promise<void> {
    const attemptIds = recorded.flatMap((each) => (isCandidate(each) ? (each.attemptId ?? []) : []));
    if (attemptIds.length === 0) return;
    const rows = await this.unitOfWork.run(ctx, (tx) =>
      sql<BookedRow>(tx, find, [ctx.workspaceId, attemptIds, account.id]),
    );
    for (const booked of groupBy(rows, ({ key }) => key).values()) {
      const [kept] = booked;
      const others = new Set(booked.map(({ unit }) => unit).filter((unit) => unit !== kept?.unit));
      if (kept && others.size > 0) await this.cancel(ctx, account, { kept, others: [...others] });
    }
  }

  private async cancel(
    ctx: RequestContext,
    account: CalendarAccount,
    { kept, others }: { kept: BookedRow; others: readonly string[] },
  ): Promise<void> {
    const { bookings } = account.api({ action: 'cancel_double', urgent: false });
    // Before the other one goes, and takes its attempt's slot along.
    await this.unitOfWork.run(ctx, (tx) => this.attempts.book(tx, kept.attemptId, kept.calUid));
    for (const unit of others) {
      this.log.error('vapi_cal.error', { doing: 'cancel_double', attemptId: kept.attemptId });
      try {
        const cancelled = await bookings.cancel(unit, { reason: inLocale(reason, ctx.locale) });
        doubled.inc();
        const read = cancelled.map((booking) => ({ accountId: account.id, booking, readAt: new Date() }));
        await this.unitOfWork.run(ctx, (tx) => this.recorder.record(tx, read, 'sweep'));
      } catch (error) {
        // The next look at it tries again.
        if (!(error instanceof AppError)) throw error;
        this.log.error('vapi_cal.error', { doing: 'cancel_double', problem: error.reason });
      }
    }
  }
}

function isCandidate(appointment: Appointment): boolean {
  return isOpen(appointment) && appointment.rescheduledFromUid === null && !appointment.seated;
}
