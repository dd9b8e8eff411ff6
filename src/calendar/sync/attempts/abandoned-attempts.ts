import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { AppError } from '../../../kernel/errors/index.js';
import { AppLogger } from '../../../kernel/observability/index.js';
import type { CalendarAccount } from '../../accounts/calendar-account.js';
import { CalendarAccounts } from '../../accounts/calendar-accounts.service.js';
import { BookingAttempts, type AbandonedAttempt } from '../../bookings/booking-attempts.repository.js';
import { findMade } from '../../bookings/find-made.js';
import { BookingRecorder } from '../recording/booking-recorder.js';
import { DoubleBookings } from './double-bookings.js';

const mostPerRun = 100;

/** Finds out what became of bookings whose maker died, or never heard of it. */
@Injectable()
export class AbandonedAttempts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: CalendarAccounts,
    private readonly attempts: BookingAttempts,
    private readonly recorder: BookingRecorder,
    private readonly doubles: DoubleBookings,
    private readonly log: AppLogger,
  ) {}

  /** Those of one workspace, one after the other. It ends with the first that Cal.com cannot be asked for. */
  async settle(ctx: RequestContext, signal?: AbortSignal): Promise<void> {
    for (let count = 0; count < mostPerRun && !signal?.aborted; count += 1) {
      const attempt = await this.unitOfWork.run(ctx, (tx) => this.attempts.takeAbandoned(tx));
      if (!attempt) return;
      const account = await this.accounts.of(ctx, attempt.accountId);
      if (!account) await this.refuse(ctx, attempt, 'CALENDAR.NOT_CONNECTED');
      else if (!(await this.look(ctx, account, attempt))) return;
    }
  }

  /** @returns false when Cal.com does not say. */
  private async look(ctx: RequestContext, account: CalendarAccount, attempt: AbandonedAttempt): Promise<boolean> {
    const { id: attemptId, eventTypeId, start } = attempt;
    const readAt = new Date();
    try {
      const { bookings } = account.api({ action: 'look_for_booking', urgent: false });
      const made = await findMade(bookings, { attemptId, eventTypeId, start });
      if (!made) await this.refuse(ctx, attempt, 'CALENDAR.NOT_BOOKED');
      const read = (made ?? []).map((booking) => ({ accountId: account.id, booking, readAt }));
      const { byUid } = await this.unitOfWork.run(ctx, (tx) => this.recorder.record(tx, read, 'sweep'));
      await this.doubles.resolve(ctx, account, [...byUid.values()]);
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.log.warn('vapi_cal.error', { doing: 'look_for_booking', attemptId, problem: error.reason });
      return false;
    }
  }

  private async refuse(ctx: RequestContext, attempt: AbandonedAttempt, failure: string): Promise<void> {
    await this.unitOfWork.run(ctx, (tx) => this.attempts.refuse(tx, attempt, failure));
  }
}
