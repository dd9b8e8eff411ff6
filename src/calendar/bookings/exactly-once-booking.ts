import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { AppError } from '../../kernel/errors/index.js';
import { HttpFailure } from '../../kernel/http/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';
import { SlotHolds } from '../availability/slot-holds.repository.js';
import { BookingInProgress } from '../calendar.errors.js';
import type { CalComBooking } from '../providers/calcom/booking.js';
import { AlreadySignedUp, OutcomeUnknown, SlotUnavailable } from '../providers/calcom/calcom.errors.js';
import { attemptField } from './attempt-field.js';
import { BookingAttempts, type BookingAttempt } from './booking-attempts.repository.js';
import { findMade } from './find-made.js';
import { LeaseKeeper } from './lease-keeper.js';
import { attemptKey, type SlotOrder } from './slot-order.js';

/** What a booking came to: made by this order now or earlier, or by an earlier one that was the same. */
export type MadeBooking =
  { kind: 'made'; attemptId: string; bookings: readonly CalComBooking[] } | { kind: 'known'; calUid: string };

/** How long whoever books can wait. */
export interface BookingWait {
  /** By `performance.now()`. */
  deadline: number;
  signal?: AbortSignal | undefined;
}

/** What Cal.com may take for one booking; it calls the host's calendars meanwhile. */
const createLimitMs = 9_000;
const mostTries = 3;
const firstWaitMs = 40;
const longestWaitMs = 400;

/**
 * Books each order once, however often it is asked for and whichever process dies on the way. What is wanted is committed
 * before Cal.com is asked, with an id that goes into the booking; whoever goes on with an abandoned attempt looks for that
 * id before it books, since Cal.com takes no idempotency keys: https://cal.com/docs/api-reference/v2/bookings/create-a-booking
 */
@Injectable()
export class ExactlyOnceBooking {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: BookingAttempts,
    private readonly holds: SlotHolds,
    private readonly log: AppLogger,
  ) {}

  /**
   * Outside any unit of work. The caller then records what was made, and the attempt as booked, in one.
   *
   * @throws SlotUnavailable and the other refusals of Cal.com: nothing was booked.
   * @throws OutcomeUnknown when Cal.com does not say in time what became of it; the sweep finds out later.
   * @throws BookingInProgress when somebody else is still at it.
   */
  async book(ctx: RequestContext, account: CalendarAccount, { order, wait }: Wish): Promise<MadeBooking> {
    const plan = { key: attemptKey(ctx.workspaceId, order), accountId: account.id, ...planOf(order) };
    for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      const attempt = await this.unitOfWork.run(ctx, async (tx) => {
        await this.assertNotHeld(tx, order);
        return this.attempts.claim(tx, plan);
      });
      if (attempt.calUid !== null) return { kind: 'known', calUid: attempt.calUid };
      const made = attempt.mine ? await this.make(ctx, { account, order, attempt, wait }) : undefined;
      if (made) return { kind: 'made', attemptId: attempt.id, bookings: made };
      if (performance.now() + waitMs > wait.deadline) throw new BookingInProgress();
      wait.signal?.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }

  /** @throws SlotUnavailable when another caller is about to take it. */
  private async assertNotHeld(tx: RequestContext, { eventTypeId, start, origin }: SlotOrder): Promise<void> {
    if (origin.kind !== 'call') return;
    const held = await this.holds.heldByOthers(tx, origin.callKey, { eventTypeId, from: start, to: start });
    if (held.size > 0) throw new SlotUnavailable('taken');
  }

  /** @returns undefined when somebody else has gone on with the attempt. */
  private async make(ctx: RequestContext, making: Making): Promise<readonly CalComBooking[] | undefined> {
    const keeper = new LeaseKeeper(making.attempt, (hold) =>
      this.unitOfWork.run(ctx, (tx) => this.attempts.renew(tx, hold)),
    );
    try {
      return (making.attempt.fresh ? undefined : await this.look(making)) ?? (await this.create(making));
    } catch (error) {
      const hold = await keeper.stop();
      if (isRefusal(error)) {
        // Whoever has gone on with it meanwhile will say what becomes of it.
        if (!(await this.unitOfWork.run(ctx, (tx) => this.attempts.refuse(tx, hold, error.reason)))) return undefined;
      } else await this.unitOfWork.run(ctx, (tx) => this.attempts.leave(tx, hold));
      throw error;
    } finally {
      await keeper.stop();
    }
  }

  /** Whenever an answer is lost, what was to be made is looked for before it is tried again. */
  private async create(making: Making): Promise<readonly CalComBooking[]> {
    for (let tries = 1; ; tries += 1) {
      const answer = await this.createOnce(making).then(
        (bookings) => ({ bookings }),
        (error: unknown) => ({ error }),
      );
      if ('bookings' in answer) return answer.bookings;
      const { error } = answer;
      if (!mayBeOurs(error, making, tries)) throw error;
      this.log.warn('calendar.booking_looked_for', { attemptId: making.attempt.id, error });
      const found = await this.look(making);
      if (found) return found;
      const isOver = tries >= mostTries || performance.now() > making.wait.deadline;
      if (isOver || !(error instanceof OutcomeUnknown)) throw error;
    }
  }

  private createOnce({ account, order, attempt, wait }: Making): Promise<readonly CalComBooking[]> {
    const { eventTypeId, start, booker, responses } = order;
    const metadata = { [attemptField]: attempt.id };
    const timeoutMs = Math.min(createLimitMs, Math.max(500, wait.deadline - performance.now()));
    const { bookings } = account.api({ action: 'book', urgent: true });
    return bookings.create({ eventTypeId, start, attendee: booker, responses, metadata }, { timeoutMs });
  }

  private async look({ account, order, attempt }: Making): Promise<readonly CalComBooking[] | undefined> {
    const { bookings } = account.api({ action: 'look_for_booking', urgent: true });
    try {
      return await findMade(bookings, { attemptId: attempt.id, ...planOf(order) });
    } catch (error) {
      // Who cannot look knows nothing, whatever the reason.
      throw error instanceof HttpFailure ? new OutcomeUnknown(error) : error;
    }
  }
}

/** What is to be booked, and how long whoever books can wait. */
export interface Wish {
  order: SlotOrder;
  wait: BookingWait;
}

interface Making {
  account: CalendarAccount;
  order: SlotOrder;
  attempt: BookingAttempt;
  wait: BookingWait;
}

function planOf({ eventTypeId, start, origin }: SlotOrder) {
  return { eventTypeId, start, callKey: origin.kind === 'call' ? origin.callKey : null };
}

/** A slot that is gone, or a seat that is there, may be our own, taken by a request that was believed lost. */
function mayBeOurs(error: unknown, { attempt }: Making, tries: number): boolean {
  if (error instanceof OutcomeUnknown) return true;
  const isTaken = error instanceof SlotUnavailable || error instanceof AlreadySignedUp;
  return isTaken && (!attempt.fresh || tries > 1);
}

/** Cal.com said no, so that nothing was booked. */
function isRefusal(error: unknown): error is AppError {
  return error instanceof AppError && error.kind !== 'upstream_unavailable' && error.kind !== 'internal';
}
