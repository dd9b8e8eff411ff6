import type { StandInEventType } from '../event-type.js';
import { refusal } from '../refusal.js';
import type { Span } from '../slots/opening-hours.js';
import type { StandInAttendee, StandInBooking } from '../state/booking.js';
import { newBookingUid } from '../state/booking-uid.js';
import { alreadySeated, eventTypeNotFound, lostRace, seatsFull, slotRefused } from './booking-refusals.js';
import { emailOf, fieldFaults, isoInstant, type BookingRequest } from './booking-request.js';
import { announceThenConnect, type DeskParts } from './desk-parts.js';
import { newAttendee, newBooking } from './new-booking.js';
import { occurrenceStarts } from './occurrences.js';

/** What a request has made, which follows from its event type. */
export type Booked =
  | { readonly kind: 'one'; readonly booking: StandInBooking }
  | { readonly kind: 'series'; readonly bookings: readonly StandInBooking[] }
  | { readonly kind: 'seat'; readonly booking: StandInBooking; readonly seat: StandInAttendee };

interface CheckedRequest {
  readonly eventType: StandInEventType;
  readonly spans: readonly [Span, ...Span[]];
}

/** Takes bookings. */
export class BookingDesk {
  constructor(private readonly parts: DeskParts) {}

  /** @throws Refusal for all that forbids the booking now. */
  check(request: BookingRequest): CheckedRequest {
    const checked = this.read(request);
    for (const span of checked.spans) this.assertFree(checked.eventType, span);
    return checked;
  }

  /**
   * @param raced Whether the time was seen to be free a moment ago, when the refusal of another is that of the database.
   * @throws Refusal
   */
  async book(request: BookingRequest, raced = false): Promise<Booked> {
    const { eventType, spans } = this.read(request);
    this.parts.store.begin();
    if (eventType.seatsPerTimeSlot !== undefined) return this.bookSeat(eventType, request, spans[0]);
    for (const span of spans) this.assertFree(eventType, span, raced);
    const recurringBookingUid = eventType.recurrence ? newBookingUid() : null;
    const rows = spans.map((span) => this.put({ eventType, request, span, recurringBookingUid }));
    const bookings = await Promise.all(rows.map((row) => this.announceNew(row, eventType)));
    const [booking] = bookings;
    return eventType.recurrence || !booking ? { kind: 'series', bookings } : { kind: 'one', booking };
  }

  private read(request: BookingRequest): CheckedRequest {
    const eventType = this.eventTypeOf(request);
    const length = lengthOf(eventType, request);
    const faults = fieldFaults(eventType, request.bookingFieldsResponses ?? {});
    if (faults.length > 0) throw refusal(400, faults.join(' '));
    const [first = 0, ...later] = this.startsOf(eventType, request);
    const span = (startMs: number) => ({ startMs, endMs: startMs + length * 60_000 });
    return { eventType, spans: [span(first), ...later.map(span)] };
  }

  private eventTypeOf({ eventTypeId, eventTypeSlug = '', username = '' }: BookingRequest): StandInEventType {
    const { eventTypes } = this.parts;
    const found =
      eventTypeId === undefined ? eventTypes.findBySlug(eventTypeSlug, username) : eventTypes.find(eventTypeId);
    if (!found) throw eventTypeNotFound(eventTypeId ?? eventTypeSlug);
    return found;
  }

  private startsOf(eventType: StandInEventType, { start, attendee, recurrenceCount }: BookingRequest): number[] {
    const first = isoInstant(start) ?? Number.NaN;
    if (!eventType.recurrence) {
      if (recurrenceCount === undefined) return [first];
      throw refusal(400, `Event type with id ${eventType.id} is not recurring, recurrenceCount cannot be passed.`);
    }
    const { occurrences } = eventType.recurrence;
    if ((recurrenceCount ?? 1) > occurrences)
      throw refusal(400, `recurrenceCount must be at most ${occurrences}, as the event type has it.`);
    const count = recurrenceCount ?? occurrences;
    return occurrenceStarts({ first, zone: attendee.timeZone, recurrence: eventType.recurrence, count });
  }

  private assertFree(eventType: StandInEventType, span: Span, raced = false): void {
    const refused = this.parts.availability.boundsRefuse(eventType, span.startMs);
    if (refused) throw slotRefused(refused, eventType);
    if (this.parts.availability.seatedAt(eventType, span)) return;
    if (this.parts.availability.freeHost(eventType, span)) return;
    throw raced && this.isTwin(eventType, span) ? lostRace() : slotRefused('taken', eventType);
  }

  /** The key of the database holds start, end and host; it knows nothing of other overlaps. */
  private isTwin({ hosts }: StandInEventType, { startMs, endMs }: Span): boolean {
    return hosts.some(({ id }) =>
      [...this.parts.store.busy.touching(id, startMs, endMs)].some(
        (busy) => busy.startMs === startMs && busy.endMs === endMs && busy.booking.status === 'accepted',
      ),
    );
  }

  private put(plan: {
    eventType: StandInEventType;
    request: BookingRequest;
    span: Span;
    recurringBookingUid: string | null;
  }): StandInBooking {
    const host = this.parts.availability.freeHost(plan.eventType, plan.span);
    if (!host) throw slotRefused('taken', plan.eventType);
    return this.parts.store.put(newBooking(this.parts, { ...plan, host }));
  }

  private async bookSeat(eventType: StandInEventType, request: BookingRequest, span: Span): Promise<Booked> {
    this.assertFree(eventType, span);
    const known = this.parts.availability.seatedAt(eventType, span);
    if (!known) {
      const booking = this.put({ eventType, request, span, recurringBookingUid: null });
      return seatIn(await this.announceNew(booking, eventType));
    }
    const email = emailOf(request.attendee);
    if (known.attendees.some((attendee) => attendee.email === email)) throw alreadySeated();
    if (known.attendees.length >= (eventType.seatsPerTimeSlot ?? 0)) throw seatsFull();
    // Seats are rows of another table: the booking's own `updatedAt` stays.
    const attendees = [...known.attendees, newAttendee(this.parts, request, true)];
    return seatIn(await this.announceNew(this.parts.store.change(known.uid, { attendees }), eventType));
  }

  private announceNew(booking: StandInBooking, eventType: StandInEventType): Promise<StandInBooking> {
    const seat = eventType.seatsPerTimeSlot === undefined ? undefined : booking.attendees.at(-1);
    const isPaidFor = (eventType.price ?? 0) > 0;
    const asked = eventType.requiresConfirmation === true ? 'BOOKING_REQUESTED' : 'BOOKING_CREATED';
    const trigger = isPaidFor ? 'BOOKING_PAYMENT_INITIATED' : asked;
    return announceThenConnect(this.parts, booking, () => this.parts.announce({ trigger, booking, seat }));
  }
}

function seatIn(booking: StandInBooking): Booked {
  const seat = booking.attendees.at(-1);
  if (!seat) throw new Error(`Nobody sits in ${booking.uid}.`);
  return { kind: 'seat', booking, seat };
}

function lengthOf(eventType: StandInEventType, { lengthInMinutes }: BookingRequest): number {
  if (lengthInMinutes === undefined) return eventType.lengthInMinutes;
  const { lengthInMinutesOptions: options = [] } = eventType;
  if (options.includes(lengthInMinutes)) return lengthInMinutes;
  throw options.length === 0
    ? refusal(400, "Can't specify 'lengthInMinutes' because event type does not have multiple possible lengths.")
    : refusal(400, `Provided 'lengthInMinutes' is not one of the possible lengths: ${options.join(', ')}.`);
}
