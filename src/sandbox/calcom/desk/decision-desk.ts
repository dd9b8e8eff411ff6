import { refusal } from '../refusal.js';
import type { StandInBooking } from '../state/booking.js';
import { lostRace } from './booking-refusals.js';
import { bookingOf, eventTypeOf, type DeskParts } from './desk-parts.js';

export interface Absence {
  readonly host?: boolean | undefined;
  readonly attendees?: readonly { readonly email: string; readonly absent: boolean }[] | undefined;
}

/** What hosts decide about bookings that are there, and who came. */
export class DecisionDesk {
  constructor(private readonly parts: DeskParts) {}

  /** Of a series all that wait are confirmed, and one webhook tells of it. */
  async confirm(uid: string): Promise<StandInBooking> {
    const waiting = this.waiting(uid);
    if (waiting.some((booking) => this.isDoubled(booking))) throw lostRace();
    const [booking] = this.changeAll(waiting, { status: 'accepted' });
    if (!booking) throw refusal(400, 'Booking already confirmed');
    void this.parts.announce({ trigger: 'BOOKING_CREATED', booking });
    return booking;
  }

  async decline(uid: string, reason: string): Promise<StandInBooking> {
    const [booking] = this.changeAll(this.waiting(uid), { status: 'rejected', rejectionReason: reason });
    if (!booking) throw refusal(400, `Booking with uid=${uid} is not pending.`);
    void this.parts.announce({ trigger: 'BOOKING_REJECTED', booking });
    return booking;
  }

  async markAbsent(uid: string, { host, attendees = [] }: Absence): Promise<StandInBooking> {
    const known = bookingOf(this.parts, uid);
    const now = this.parts.now().toISOString();
    if (known.start > now)
      throw refusal(
        400,
        `Bookings can only be marked as absent after their start time. Current time in UTC+0: ${now}. Booking start time in UTC+0: ${known.start}`,
      );
    this.parts.store.begin();
    const absent = new Map(attendees.map((attendee) => [attendee.email, attendee.absent]));
    const booking = this.parts.store.change(uid, {
      attendees: known.attendees.map((each) => ({ ...each, absent: absent.get(each.email) ?? each.absent })),
      // Attendees are rows of another table: only the host's absence is written on the booking.
      ...(host === undefined ? {} : { absentHost: host, updatedAt: now }),
    });
    if (attendees.length > 0) {
      const noShows = attendees.map(({ email, absent: noShow }) => ({ email, noShow }));
      void this.parts.announce({ trigger: 'BOOKING_NO_SHOW_UPDATED', booking, attendees: noShows });
    }
    return booking;
  }

  async markPaid(uid: string): Promise<StandInBooking> {
    const known = bookingOf(this.parts, uid);
    if (known.paid) throw refusal(400, 'Booking already paid');
    const needsConfirmation = eventTypeOf(this.parts, known).requiresConfirmation === true;
    this.parts.store.begin();
    const booking = this.parts.store.change(uid, {
      paid: true,
      paymentId: this.parts.store.nextId(),
      status: needsConfirmation ? known.status : 'accepted',
      updatedAt: this.parts.now().toISOString(),
    });
    void this.parts.announce({ trigger: 'BOOKING_PAID', booking });
    void this.parts.announce({ trigger: needsConfirmation ? 'BOOKING_REQUESTED' : 'BOOKING_CREATED', booking });
    return booking;
  }

  private waiting(uid: string): StandInBooking[] {
    const series = this.parts.store.series(uid);
    const known = series[0] ?? bookingOf(this.parts, uid);
    const all = known.recurringBookingUid === null ? [known] : this.parts.store.series(known.recurringBookingUid);
    return all.filter(({ status }) => status === 'pending');
  }

  /** Whether the host has accepted another one for exactly this time: the key of the database refuses a second. */
  private isDoubled(booking: StandInBooking): boolean {
    const [startMs, endMs] = [Date.parse(booking.start), Date.parse(booking.end)];
    return [...this.parts.store.busy.touching(booking.hostId, startMs, endMs)].some(
      (busy) => busy.booking.status === 'accepted' && busy.startMs === startMs && busy.endMs === endMs,
    );
  }

  private changeAll(
    bookings: readonly StandInBooking[],
    change: { status: 'accepted' | 'rejected'; rejectionReason?: string },
  ): StandInBooking[] {
    const updatedAt = this.parts.now().toISOString();
    this.parts.store.begin();
    return bookings.map(({ uid }) => this.parts.store.change(uid, { ...change, updatedAt }));
  }
}
