import type { StandInHost } from './event-type.js';
import type { Absence } from './desk/decision-desk.js';
import type { Booked } from './desk/booking-desk.js';
import type { Desks } from './http/bookings.routes.js';
import type { StandInBooking } from './state/booking.js';
import type { BookingStore } from './state/booking-store.js';
import type { Webhooks } from './webhooks/webhooks.js';

/** What somebody fills in on a booking page. */
export interface PageBooking {
  readonly eventTypeId: number;
  readonly start: Date | string;
  readonly name: string;
  /** One of the two is needed. */
  readonly email?: string | undefined;
  readonly phoneNumber?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly language?: string | undefined;
  readonly lengthInMinutes?: number | undefined;
  readonly guests?: string[] | undefined;
  readonly answers?: Record<string, unknown> | undefined;
  readonly metadata?: Record<string, unknown> | undefined;
  /** Of recurring event types. */
  readonly times?: number | undefined;
}

export interface PageMove {
  /** E-mail of whoever moves it. */
  readonly by?: string | undefined;
  readonly reason?: string | undefined;
  readonly seatUid?: string | undefined;
}

export interface PageCancellation {
  readonly by?: string | undefined;
  readonly reason?: string | undefined;
  /** Of an occurrence: the later ones of its series too. */
  readonly subsequent?: boolean | undefined;
}

interface Parts {
  readonly desks: Desks;
  readonly store: BookingStore;
  readonly webhooks: Webhooks;
  readonly account: StandInHost;
  readonly changed: () => void;
}

/**
 * What people do in Cal.com's own pages. The same rules hold as for the API, and the same webhooks tell of it.
 *
 * @throws Refusal where Cal.com would refuse; each method.
 */
export class CalComPages {
  constructor(private readonly parts: Parts) {}

  /** One booking, or a seat in one. */
  async book(page: PageBooking): Promise<StandInBooking> {
    const booked = await this.submit(page);
    return booked.kind === 'series' ? firstOf(booked.bookings) : booked.booking;
  }

  async bookSeries(page: PageBooking): Promise<readonly StandInBooking[]> {
    const booked = await this.submit(page);
    return booked.kind === 'series' ? booked.bookings : [booked.booking];
  }

  /** @returns the booking at the new time; its uid is another one, unless a seated booking is moved as a whole. */
  reschedule(uid: string, start: Date | string, { by, reason, seatUid }: PageMove = {}): Promise<StandInBooking> {
    const startMs = new Date(start).getTime();
    const request = { startMs, reason, seatUid, rescheduledBy: by ?? this.parts.account.email };
    return this.changing(() => this.parts.desks.reschedule.reschedule(uid, request));
  }

  /** @param uid Of a booking, or of a series. */
  cancel(uid: string, { by, reason = '', subsequent }: PageCancellation = {}): Promise<readonly StandInBooking[]> {
    const cancelledBy = by ?? this.parts.account.email;
    return this.changing(() => this.parts.desks.cancel.cancel(uid, { reason, cancelledBy, subsequent }));
  }

  cancelSeat(uid: string, seatUid: string, { by, reason = '' }: PageCancellation = {}): Promise<StandInBooking> {
    return this.changing(async () =>
      firstOf(await this.parts.desks.cancel.cancel(uid, { reason, cancelledBy: by ?? null, seatUid })),
    );
  }

  /** The host asks for another time: the booking is cancelled, and the attendee gets a link. */
  askToReschedule(uid: string, reason = ''): Promise<StandInBooking> {
    const request = { reason, cancelledBy: this.parts.account.email, requestReschedule: true };
    return this.changing(async () => firstOf(await this.parts.desks.cancel.cancel(uid, request)));
  }

  confirm(uid: string): Promise<StandInBooking> {
    return this.changing(() => this.parts.desks.decision.confirm(uid));
  }

  reject(uid: string, reason = ''): Promise<StandInBooking> {
    return this.changing(() => this.parts.desks.decision.decline(uid, reason));
  }

  /** Only after it has begun. */
  markNoShow(uid: string, absence: Absence): Promise<StandInBooking> {
    return this.changing(() => this.parts.desks.decision.markAbsent(uid, absence));
  }

  markPaid(uid: string): Promise<StandInBooking> {
    return this.changing(() => this.parts.desks.decision.markPaid(uid));
  }

  startMeeting(uid: string): Promise<void> {
    return this.meeting('MEETING_STARTED', uid);
  }

  endMeeting(uid: string): Promise<void> {
    return this.meeting('MEETING_ENDED', uid);
  }

  /** Deletes the row, of which no webhook tells. */
  remove(uid: string): void {
    this.parts.store.begin();
    this.parts.store.remove(uid);
    this.parts.changed();
  }

  /** The test button of the webhooks' page. */
  ping(): Promise<void> {
    return this.parts.webhooks.ping();
  }

  private submit({ eventTypeId, start, answers, times, lengthInMinutes, guests, metadata, ...who }: PageBooking) {
    const { name, email, phoneNumber, language, timeZone = this.parts.account.timeZone } = who;
    return this.changing<Booked>(() =>
      this.parts.desks.booking.book({
        eventTypeId,
        start: new Date(start).toISOString(),
        attendee: { name, email, phoneNumber, language, timeZone },
        lengthInMinutes,
        guests,
        metadata,
        bookingFieldsResponses: answers,
        recurrenceCount: times,
      }),
    );
  }

  private async meeting(trigger: 'MEETING_STARTED' | 'MEETING_ENDED', uid: string): Promise<void> {
    const booking = this.parts.store.find(uid);
    if (booking) await this.parts.webhooks.announce({ trigger, booking });
  }

  private async changing<T>(change: () => Promise<T>): Promise<T> {
    try {
      return await change();
    } finally {
      this.parts.changed();
    }
  }
}

function firstOf(bookings: readonly StandInBooking[]): StandInBooking {
  const [first] = bookings;
  if (!first) throw new Error('There is no booking.');
  return first;
}
