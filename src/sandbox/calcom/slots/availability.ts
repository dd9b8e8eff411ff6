import type { StandInEventType, StandInHost } from '../event-type.js';
import { isAccepted, isAlive, type StandInBooking } from '../state/booking.js';
import type { BookingStore } from '../state/booking-store.js';
import type { EventTypes } from '../state/event-types.js';
import { isOpen, openSpans, type Span } from './opening-hours.js';
import type { SlotReservations } from './reservations.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** One time that an event type can be booked at. */
export interface FreeSlot extends Span {
  /** Of seated event types: the booking whose seats are being taken. */
  readonly seated: StandInBooking | null;
}

export interface SlotQuery {
  readonly eventType: StandInEventType;
  readonly range: Span;
  readonly lengthInMinutes: number;
  /** A booking that is being moved is in nobody's way. */
  readonly exceptUid?: string | undefined;
}

/** A time that is asked for. */
interface Wish {
  readonly eventType: StandInEventType;
  readonly span: Span;
  readonly exceptUid: string | undefined;
}

export type Refused = 'past' | 'out-of-bounds' | 'taken';

interface Parts {
  readonly store: BookingStore;
  readonly eventTypes: EventTypes;
  readonly reservations: SlotReservations;
  readonly nowMs: () => number;
}

/** Who is free, and when. */
export class Availability {
  constructor(private readonly parts: Parts) {}

  slots({ eventType, range, lengthInMinutes, exceptUid }: SlotQuery): FreeSlot[] {
    const stepMs = (eventType.slotInterval ?? lengthInMinutes) * minuteMs;
    const lengthMs = lengthInMinutes * minuteMs;
    const wide = { startMs: range.startMs, endMs: range.endMs + lengthMs };
    const busy = eventType.hosts.map((host) => this.busySpans(host, { eventType, span: wide, exceptUid }));
    const slots: FreeSlot[] = [];
    for (const open of openSpans(eventType.schedule, range)) {
      for (let startMs = open.startMs; startMs + lengthMs <= open.endMs; startMs += stepMs) {
        const span = { startMs, endMs: startMs + lengthMs };
        if (startMs < range.startMs || startMs > range.endMs) continue;
        const slot = this.slotAt({ eventType, span, exceptUid }, busy);
        if (slot) slots.push(slot);
      }
    }
    return slots;
  }

  /** Why nobody can come at this time; null when it is within the bounds that the event type sets. */
  boundsRefuse(eventType: StandInEventType, startMs: number): Refused | null {
    const now = this.parts.nowMs();
    if (startMs < now) return 'past';
    const earliest = now + (eventType.minimumBookingNotice ?? 0) * minuteMs;
    const latest = now + (eventType.bookingWindowDays ?? Infinity) * dayMs;
    return startMs < earliest || startMs > latest ? 'out-of-bounds' : null;
  }

  /** The first host who is free all through; null when it is closed or all are taken. */
  freeHost(eventType: StandInEventType, span: Span, exceptUid?: string): StandInHost | null {
    if (!isOpen(eventType.schedule, span)) return null;
    return eventType.hosts.find((host) => isFree(span, this.busySpans(host, { eventType, span, exceptUid }))) ?? null;
  }

  /** The booking of a seated event type at exactly this time, full or not. */
  seatedAt(eventType: StandInEventType, { startMs, endMs }: Span): StandInBooking | null {
    if (eventType.seatsPerTimeSlot === undefined) return null;
    for (const host of eventType.hosts)
      for (const busy of this.parts.store.busy.touching(host.id, startMs, endMs)) {
        const isSame = busy.startMs === startMs && busy.endMs === endMs && busy.booking.eventTypeId === eventType.id;
        if (isSame && isAlive(busy.booking)) return busy.booking;
      }
    return null;
  }

  private slotAt({ eventType, span, exceptUid }: Wish, busy: readonly (readonly Span[])[]): FreeSlot | null {
    if (this.boundsRefuse(eventType, span.startMs) !== null) return null;
    if (this.parts.reservations.covers(eventType.id, span)) return null;
    const seated = this.seatedAt(eventType, span);
    if (seated && seated.uid !== exceptUid) {
      return seated.attendees.length < (eventType.seatsPerTimeSlot ?? 0) ? { ...span, seated } : null;
    }
    return busy.some((spans) => isFree(span, spans)) ? { ...span, seated: null } : null;
  }

  /** What the bookings of a host keep from a new one, with the buffers of both. */
  private busySpans(host: StandInHost, { eventType, span, exceptUid }: Wish): Span[] {
    const before = (eventType.beforeEventBuffer ?? 0) * minuteMs;
    const after = (eventType.afterEventBuffer ?? 0) * minuteMs;
    const reach = this.parts.eventTypes.widestBufferMinutes * minuteMs;
    const [from, to] = [span.startMs - before - reach, span.endMs + after + reach];
    const spans: Span[] = [];
    for (const { booking, startMs, endMs } of this.parts.store.busy.touching(host.id, from, to)) {
      if (booking.uid === exceptUid || !this.keepsItsTime(booking)) continue;
      const own = this.parts.eventTypes.find(booking.eventTypeId);
      spans.push({
        startMs: startMs - (own?.beforeEventBuffer ?? 0) * minuteMs - after,
        endMs: endMs + (own?.afterEventBuffer ?? 0) * minuteMs + before,
      });
    }
    return spans;
  }

  private keepsItsTime(booking: StandInBooking): boolean {
    if (isAccepted(booking)) return true;
    return booking.status === 'pending' && this.parts.eventTypes.find(booking.eventTypeId)?.blocksUnconfirmed === true;
  }
}

function isFree({ startMs, endMs }: Span, busy: readonly Span[]): boolean {
  return busy.every((each) => each.endMs <= startMs || endMs <= each.startMs);
}
