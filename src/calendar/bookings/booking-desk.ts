import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';
import { AppointmentRecorder } from '../appointments/appointment-recorder.js';
import { findAppointments } from '../appointments/appointment-rows.js';
import type { Appointment, AppointmentLinks } from '../appointments/appointment.js';
import { toAppointmentFacts } from '../appointments/to-appointment-facts.js';
import { Availability, type FreeSlot } from '../availability/availability.service.js';
import { AppointmentNotFound } from '../calendar.errors.js';
import type { CalComBooking } from '../providers/calcom/booking.js';
import { SlotUnavailable, type SlotRefusal } from '../providers/calcom/calcom.errors.js';
import type { CalComEventType } from '../providers/calcom/event-type.js';
import { BookingAttempts } from './booking-attempts.repository.js';
import { changeBooking, type BookingChange } from './change-booking.js';
import { ExactlyOnceBooking, type BookingWait } from './exactly-once-booking.js';
import type { SlotOrder } from './slot-order.js';

/** What Cal.com has done, still to be recorded here. */
export interface Reached {
  kind: 'reached';
  accountId: string;
  bookings: readonly CalComBooking[];
  /** The one that was meant, among them or on record already. */
  calUid: string;
  attemptId: string | null;
}

/** Nothing was done, since the time is not free; what is, near it. */
export interface Taken {
  kind: 'taken';
  why: SlotRefusal;
  alternatives: readonly FreeSlot[];
}

interface Wanted {
  eventType: CalComEventType;
  start: Date;
  /** IANA. */
  timeZone: string;
  callKey?: string | undefined;
  now: Date;
}

type Sought = Wanted & { movingUid?: string };

/**
 * Books, moves, cancels and decides at Cal.com, then records what it says. The first part is outside any unit of work, so
 * that a slow calendar holds no connection; the second is inside one, together with whatever else the change means here.
 */
@Injectable()
export class BookingDesk {
  constructor(
    private readonly booking: ExactlyOnceBooking,
    private readonly availability: Availability,
    private readonly recorder: AppointmentRecorder,
    private readonly attempts: BookingAttempts,
  ) {}

  /** @throws the refusals of Cal.com but for a time that is not free; OutcomeUnknown, BookingInProgress. */
  book(
    ctx: RequestContext,
    account: CalendarAccount,
    { order, wanted, wait }: { order: SlotOrder; wanted: Wanted; wait: BookingWait },
  ): Promise<Reached | Taken> {
    return this.orAlternatives(ctx, { account, wanted }, async () => {
      const made = await this.booking.book(ctx, account, { order, wait });
      const { bookings, attemptId, calUid } =
        made.kind === 'known'
          ? { bookings: [], attemptId: null, calUid: made.calUid }
          : { ...made, calUid: made.bookings[0]?.uid ?? '' };
      return { kind: 'reached', accountId: account.id, bookings, calUid, attemptId };
    });
  }

  /** @throws the refusals of Cal.com but for a time that is not free; OutcomeUnknown. */
  async change(
    ctx: RequestContext,
    account: CalendarAccount,
    { change, wanted }: { change: BookingChange; wanted?: Wanted | undefined },
  ): Promise<Reached | Taken> {
    const work = async (): Promise<Reached> => {
      const { bookings } = account.api({ action: change.kind, urgent: true });
      const { changed, calUid } = await changeBooking(bookings, change);
      return { kind: 'reached', accountId: account.id, bookings: changed, calUid, attemptId: null };
    };
    if (!wanted) return work();
    const moving = change.kind === 'move' ? { movingUid: change.appointment.calUid } : {};
    return this.orAlternatives(ctx, { account, wanted: { ...wanted, ...moving } }, work);
  }

  /**
   * @param tx a unit of work.
   * @returns the appointment that was meant.
   * @throws AppointmentNotFound where it is kept no more, since the person in it was erased.
   */
  async record(tx: RequestContext, reached: Reached, links: Partial<AppointmentLinks> = {}): Promise<Appointment> {
    const { accountId, bookings, calUid, attemptId } = reached;
    if (attemptId !== null) await this.attempts.book(tx, attemptId, calUid);
    const told = bookings.map((booking) => ({
      provider: 'CAL_COM' as const,
      accountId,
      facts: toAppointmentFacts(booking),
      // What else came of it, such as the booking that a seat left, has links of its own.
      links: booking.uid === calUid || attemptId !== null ? { ...links, attemptId } : undefined,
    }));
    const { byUid } = await this.recorder.record(tx, told);
    const appointment = byUid.get(calUid) ?? (await findAppointments(tx, [calUid]))[0];
    if (!appointment) throw new AppointmentNotFound();
    return appointment;
  }

  private async orAlternatives(
    ctx: RequestContext,
    { account, wanted: { start: wanted, ...question } }: { account: CalendarAccount; wanted: Sought },
    work: () => Promise<Reached>,
  ): Promise<Reached | Taken> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SlotUnavailable)) throw error;
      const alternatives = await this.availability.alternatives(ctx, account, { ...question, wanted });
      return { kind: 'taken', why: error.why, alternatives };
    }
  }
}
