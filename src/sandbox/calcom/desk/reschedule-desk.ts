import type { StandInEventType } from '../event-type.js';
import { refusal } from '../refusal.js';
import type { Span } from '../slots/opening-hours.js';
import type { StandInAttendee, StandInBooking } from '../state/booking.js';
import { newBookingUid } from '../state/booking-uid.js';
import { alreadySeated, seatNotFound, seatsFull, slotRefused } from './booking-refusals.js';
import { announceThenConnect, bookingOf, eventTypeOf, type DeskParts } from './desk-parts.js';

export interface RescheduleRequest {
  readonly startMs: number;
  readonly reason?: string | undefined;
  /** E-mail of whoever moves it; the host's own needs no confirmation. */
  readonly rescheduledBy?: string | undefined;
  /** Of seated bookings: only this one moves. */
  readonly seatUid?: string | undefined;
}

/** Moves bookings: each time a new one, with a new uid, while the old one is cancelled in its favour. */
export class RescheduleDesk {
  constructor(private readonly parts: DeskParts) {}

  /** @throws Refusal */
  async reschedule(uid: string, request: RescheduleRequest): Promise<StandInBooking> {
    const booking = bookingOf(this.parts, uid);
    const eventType = eventTypeOf(this.parts, booking);
    assertMovable(booking, eventType);
    const span = { startMs: request.startMs, endMs: request.startMs + eventType.lengthInMinutes * 60_000 };
    const refused = this.parts.availability.boundsRefuse(eventType, span.startMs);
    if (refused) throw slotRefused(refused, eventType);
    this.parts.store.begin();
    if (eventType.seatsPerTimeSlot === undefined) return this.moveWhole(booking, eventType, { ...request, span });
    return request.seatUid === undefined
      ? this.moveAllSeats(booking, eventType, span)
      : this.moveSeat(booking, eventType, { seatUid: request.seatUid, span });
  }

  private async moveWhole(
    old: StandInBooking,
    eventType: StandInEventType,
    { span, reason, rescheduledBy }: RescheduleRequest & { span: Span },
  ): Promise<StandInBooking> {
    const host = this.parts.availability.freeHost(eventType, span, old.uid);
    if (!host) throw slotRefused('taken', eventType);
    const now = this.parts.now().toISOString();
    const waits = eventType.requiresConfirmation === true && rescheduledBy !== host.email;
    const booking = this.parts.store.put({
      ...old,
      id: this.parts.store.nextId(),
      uid: newBookingUid(),
      hostId: host.id,
      status: old.status === 'pending' || waits ? 'pending' : 'accepted',
      ...isoSpan(span),
      attendees: old.attendees.map((attendee) => ({ ...attendee, id: this.parts.store.nextId() })),
      videoCallUrl: null,
      reschedulingReason: reason ?? null,
      rescheduledByEmail: rescheduledBy ?? null,
      rescheduledFromUid: old.uid,
      icsSequence: old.icsSequence + 1,
      createdAt: now,
      updatedAt: this.parts.updatedAtOnCreate ? now : null,
    });
    this.parts.store.change(old.uid, { status: 'cancelled', rescheduledToUid: booking.uid, updatedAt: now });
    const trigger = waits ? 'BOOKING_REQUESTED' : 'BOOKING_RESCHEDULED';
    return this.announceMove(trigger, booking, old);
  }

  /** By the host: everybody moves, and the booking stays the same one. */
  private async moveAllSeats(old: StandInBooking, eventType: StandInEventType, span: Span): Promise<StandInBooking> {
    const host = this.parts.availability.freeHost(eventType, span, old.uid);
    if (!host) throw slotRefused('taken', eventType);
    const booking = this.parts.store.change(old.uid, {
      hostId: host.id,
      ...isoSpan(span),
      icsSequence: old.icsSequence + 1,
      updatedAt: this.parts.now().toISOString(),
    });
    return this.announceMove('BOOKING_RESCHEDULED', booking, old);
  }

  /** By an attendee: into the booking of the other time, or into a new one; the old one lives on for the others. */
  private async moveSeat(
    old: StandInBooking,
    eventType: StandInEventType,
    { seatUid, span }: { seatUid: string; span: Span },
  ): Promise<StandInBooking> {
    const attendee = old.attendees.find(({ seat }) => seat?.uid === seatUid);
    if (!attendee) throw seatNotFound(seatUid);
    const target = this.seatAt(old, eventType, { attendee, span });
    const others = old.attendees.filter((each) => each !== attendee);
    this.parts.store.change(old.uid, {
      attendees: others.length > 0 ? others : old.attendees,
      ...(others.length > 0 ? {} : { status: 'cancelled', updatedAt: this.parts.now().toISOString() }),
    });
    const booking = this.parts.store.put(target);
    const tell = () => this.parts.announce({ trigger: 'BOOKING_RESCHEDULED', booking, movedFrom: old, seat: attendee });
    return announceThenConnect(this.parts, booking, tell);
  }

  private seatAt(
    old: StandInBooking,
    eventType: StandInEventType,
    { attendee, span }: { attendee: StandInAttendee; span: Span },
  ): StandInBooking {
    const known = this.parts.availability.seatedAt(eventType, span);
    if (known) {
      if (known.attendees.some(({ email }) => email === attendee.email)) throw alreadySeated();
      if (known.attendees.length >= (eventType.seatsPerTimeSlot ?? 0)) throw seatsFull();
      return { ...known, attendees: [...known.attendees, attendee] };
    }
    const host = this.parts.availability.freeHost(eventType, span);
    if (!host) throw slotRefused('taken', eventType);
    const [id, uid, now] = [this.parts.store.nextId(), newBookingUid(), this.parts.now().toISOString()];
    return {
      ...old,
      ...isoSpan(span),
      id,
      uid,
      hostId: host.id,
      attendees: [attendee],
      icsUid: `${uid}@Cal.com`,
      rescheduledFromUid: old.uid,
      createdAt: now,
      updatedAt: this.parts.updatedAtOnCreate ? now : null,
    };
  }

  private announceMove(
    trigger: 'BOOKING_REQUESTED' | 'BOOKING_RESCHEDULED',
    booking: StandInBooking,
    movedFrom: StandInBooking,
  ): Promise<StandInBooking> {
    return announceThenConnect(this.parts, booking, () => this.parts.announce({ trigger, booking, movedFrom }));
  }
}

function assertMovable({ uid, status, rescheduledToUid }: StandInBooking, eventType: StandInEventType): void {
  if (rescheduledToUid !== null)
    throw refusal(
      400,
      `Can't reschedule booking with uid=${uid} because it has been cancelled and rescheduled already to booking with uid=${rescheduledToUid}. You probably want to reschedule ${rescheduledToUid} instead by passing it within the request URL.`,
    );
  if (status === 'cancelled')
    throw refusal(
      400,
      `Can't reschedule booking with uid=${uid} because it has been cancelled. Please provide uid of a booking that is not cancelled.`,
    );
  if (status === 'rejected')
    throw refusal(400, `Can't reschedule booking with uid=${uid} because it has been rejected.`);
  if (eventType.disableRescheduling === true) throw refusal(400, 'This event type does not allow rescheduling.');
}

function isoSpan({ startMs, endMs }: Span): { start: string; end: string } {
  return { start: new Date(startMs).toISOString(), end: new Date(endMs).toISOString() };
}
