import { refusal } from '../refusal.js';
import { isAlive, type StandInBooking } from '../state/booking.js';
import { bookingNotFound, seatNotFound } from './booking-refusals.js';
import { bookingOf, eventTypeOf, type DeskParts } from './desk-parts.js';

export interface CancelRequest {
  readonly reason: string;
  readonly cancelledBy: string | null;
  readonly seatUid?: string | undefined;
  /** Of an occurrence: the later ones of its series too. */
  readonly subsequent?: boolean | undefined;
  /** The host asks for another time. */
  readonly requestReschedule?: boolean | undefined;
}

/** Cancels bookings, in Cal.com's order: first everybody is told, then the rows change. */
export class CancelDesk {
  constructor(private readonly parts: DeskParts) {}

  /**
   * @param uid Of a booking, or of a series, all of whose remaining occurrences are meant then.
   * @throws Refusal
   */
  async cancel(uid: string, request: CancelRequest): Promise<StandInBooking[]> {
    const meant = this.meant(uid, request.subsequent === true);
    const [first] = meant;
    if (!first) throw refusal(400, `Can't cancel booking with uid=${uid} because it has been cancelled already.`);
    this.assertCancellable(first);
    if (request.seatUid !== undefined) return [await this.cancelSeat(first, { ...request, seatUid: request.seatUid })];
    await this.tell(first, request);
    return this.write(meant, request);
  }

  private meant(uid: string, subsequent: boolean): StandInBooking[] {
    const now = this.parts.now().toISOString();
    const series = this.parts.store.series(uid);
    if (series.length > 0) return series.filter((each) => isAlive(each) && each.end > now);
    const booking = bookingOf(this.parts, uid);
    if (!subsequent || booking.recurringBookingUid === null) return [booking];
    const later = this.parts.store.series(booking.recurringBookingUid).filter((each) => each.start > booking.start);
    return [booking, ...later.filter(isAlive)];
  }

  private assertCancellable(booking: StandInBooking): void {
    const { uid, status, end } = booking;
    if (status === 'cancelled')
      throw refusal(400, `Can't cancel booking with uid=${uid} because it has been cancelled already.`);
    if (status === 'rejected') throw refusal(400, `Can't cancel booking with uid=${uid} because it has been rejected.`);
    if (end <= this.parts.now().toISOString()) throw refusal(400, 'Cannot cancel a booking that has already ended');
    if (eventTypeOf(this.parts, booking).disableCancelling === true)
      throw refusal(400, 'This event type does not allow cancellations');
  }

  private async cancelSeat(
    booking: StandInBooking,
    request: CancelRequest & { seatUid: string },
  ): Promise<StandInBooking> {
    const attendee = booking.attendees.find(({ seat }) => seat?.uid === request.seatUid);
    if (!attendee) throw seatNotFound(request.seatUid);
    await this.parts.announce({
      trigger: 'BOOKING_CANCELLED',
      booking,
      seat: attendee,
      reason: request.reason,
      cancelledBy: request.cancelledBy,
      requestReschedule: false,
    });
    const now = bookingOf(this.parts, booking.uid);
    const others = now.attendees.filter(({ seat }) => seat?.uid !== request.seatUid);
    if (others.length === 0) return this.write([now], request)[0] ?? now;
    this.parts.store.begin();
    return this.parts.store.change(now.uid, { attendees: others });
  }

  private tell(booking: StandInBooking, { reason, cancelledBy, requestReschedule = false }: CancelRequest) {
    return this.parts.announce({ trigger: 'BOOKING_CANCELLED', booking, reason, cancelledBy, requestReschedule });
  }

  /** While everybody was told, somebody else may have been quicker. */
  private write(meant: readonly StandInBooking[], { reason, cancelledBy }: CancelRequest): StandInBooking[] {
    const updatedAt = this.parts.now().toISOString();
    this.parts.store.begin();
    return meant.map(({ uid }) => {
      const now = this.parts.store.find(uid);
      if (!now) throw bookingNotFound(uid);
      if (!isAlive(now)) return now;
      return this.parts.store.change(uid, {
        status: 'cancelled',
        cancellationReason: reason,
        cancelledByEmail: cancelledBy,
        icsSequence: now.icsSequence + 1,
        updatedAt,
      });
    });
  }
}
