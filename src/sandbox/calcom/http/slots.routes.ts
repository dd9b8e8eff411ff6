import { z } from 'zod';
import { eventTypeNotFound } from '../desk/booking-refusals.js';
import { isoInstant } from '../desk/booking-request.js';
import type { StandInEventType } from '../event-type.js';
import { notFound, refusal } from '../refusal.js';
import type { Availability, FreeSlot } from '../slots/availability.js';
import type { Span } from '../slots/opening-hours.js';
import type { SlotReservation, SlotReservations } from '../slots/reservations.js';
import { dateText, dayIn, isTimeZone, zonedText } from '../slots/zone.js';
import type { EventTypes } from '../state/event-types.js';
import { bodyAs, numberIn, success, textIn, type Route, type StandInRequest } from './stand-in-request.js';

interface Parts {
  readonly eventTypes: EventTypes;
  readonly availability: Availability;
  readonly reservations: SlotReservations;
  readonly nowMs: () => number;
}

const versions = ['2024-09-04'];
const minuteMs = 60_000;
const dayMs = 86_400_000;

const reservationBody = z.object({
  eventTypeId: z.int('eventTypeId must be a number'),
  slotStart: z
    .string('slotStart must be a string')
    .refine((text) => isoInstant(text) !== null, 'slotStart must be a valid ISO 8601 date string'),
  slotDuration: z.int().optional(),
  reservationDuration: z.int().min(1).optional(),
});

export function slotRoutes(parts: Parts): Route[] {
  const handlers = new SlotHandlers(parts);
  const common = { versions, isPublic: true };
  const path = '/v2/slots/reservations';
  return [
    { ...common, method: 'GET', path: '/v2/slots', handle: (request) => handlers.list(request) },
    { ...common, method: 'POST', path, handle: (request) => handlers.reserve(request) },
    { ...common, method: 'GET', path: `${path}/:uid`, handle: (request) => handlers.read(request) },
    { ...common, method: 'DELETE', path: `${path}/:uid`, handle: (request) => handlers.release(request) },
  ];
}

class SlotHandlers {
  constructor(private readonly parts: Parts) {}

  list(request: StandInRequest) {
    const { query } = request;
    const eventType = this.eventTypeOf(request);
    const zone = query.get('timeZone') ?? 'UTC';
    if (!isTimeZone(zone)) throw refusal(400, 'timeZone must be a valid IANA time-zone');
    const format = query.get('format') ?? 'time';
    if (format !== 'time' && format !== 'range') throw refusal(400, "format must be either 'time' or 'range'");
    const slots = this.parts.availability.slots({
      eventType,
      range: rangeIn(request),
      lengthInMinutes: lengthIn(request, eventType),
      exceptUid: query.get('bookingUidToReschedule') ?? undefined,
    });
    const days: Record<string, unknown[]> = {};
    for (const slot of slots) {
      const shown = slotOutput(slot, { eventType, zone, withEnd: format === 'range' });
      (days[dateText(dayIn(zone, slot.startMs))] ??= []).push(shown);
    }
    return success(days);
  }

  reserve(request: StandInRequest) {
    const { eventTypeId, slotStart, slotDuration, reservationDuration } = bodyAs(reservationBody, request);
    const eventType = this.parts.eventTypes.find(eventTypeId);
    if (!eventType) throw eventTypeNotFound(eventTypeId);
    if (reservationDuration !== undefined && !request.isSignedIn)
      throw refusal(401, 'reservationDuration can only be used for authenticated requests.');
    const durationMinutes = slotDuration ?? eventType.lengthInMinutes;
    const startMs = isoInstant(slotStart) ?? Number.NaN;
    const span = { startMs, endMs: startMs + durationMinutes * minuteMs };
    this.assertReservable(eventType, span);
    const untilMs = this.parts.nowMs() + (reservationDuration ?? 5) * minuteMs;
    const kept = this.parts.reservations.add({ ...span, eventTypeId, durationMinutes, untilMs });
    return success(reservationOutput(kept, reservationDuration ?? 5), 201);
  }

  read(request: StandInRequest) {
    const found = this.parts.reservations.find(textIn(request));
    if (!found) throw notFound(`Reservation with uid=${textIn(request)} not found`);
    return success(reservationOutput(found, Math.ceil((found.untilMs - this.parts.nowMs()) / minuteMs)));
  }

  release(request: StandInRequest) {
    if (!this.parts.reservations.remove(textIn(request)))
      throw notFound(`Reservation with uid=${textIn(request)} not found`);
    return { status: 200, body: { status: 'success' } };
  }

  private eventTypeOf(request: StandInRequest): StandInEventType {
    const { eventTypes } = this.parts;
    const [slug, username] = [request.query.get('eventTypeSlug'), request.query.get('username')];
    const id = numberIn(request, 'eventTypeId', { least: 0, most: Number.MAX_SAFE_INTEGER });
    if (id === undefined && (slug === null || username === null))
      throw refusal(400, 'Either eventTypeId or eventTypeSlug with username must be given.');
    const found = id === undefined ? eventTypes.findBySlug(slug ?? '', username ?? '') : eventTypes.find(id);
    if (!found) throw eventTypeNotFound(id ?? slug ?? '');
    return found;
  }

  private assertReservable(eventType: StandInEventType, span: Span): void {
    const isTaken = !this.parts.availability.freeHost(eventType, span);
    const seated = this.parts.availability.seatedAt(eventType, span);
    const hasSeats = seated !== null && seated.attendees.length < (eventType.seatsPerTimeSlot ?? 0);
    if (isTaken && !hasSeats) throw refusal(422, "Can't reserve a slot if the event is already booked.");
    if (this.parts.reservations.covers(eventType.id, span))
      throw refusal(422, "Can't reserve a slot that is already reserved.");
  }
}

/** Midnight means the day: as a start its beginning, as an end its last second. */
function rangeIn({ query }: StandInRequest): Span {
  const startMs = isoInstant(query.get('start') ?? '');
  const endMs = isoInstant(query.get('end') ?? '');
  if (startMs === null) throw refusal(400, 'start must be a valid ISO 8601 date string');
  if (endMs === null) throw refusal(400, 'end must be a valid ISO 8601 date string');
  const wholeEnd = endMs % dayMs === 0 ? endMs + dayMs - 1000 : endMs;
  if (wholeEnd < startMs) throw refusal(400, 'Invalid time range given - start must be before end');
  return { startMs, endMs: wholeEnd };
}

function lengthIn(request: StandInRequest, eventType: StandInEventType): number {
  const asked = numberIn(request, 'duration', { least: 1, most: 1440 });
  const options = eventType.lengthInMinutesOptions ?? [];
  return asked !== undefined && options.includes(asked) ? asked : eventType.lengthInMinutes;
}

function slotOutput(
  { startMs, endMs, seated }: FreeSlot,
  { eventType, zone, withEnd }: { eventType: StandInEventType; zone: string; withEnd: boolean },
): Record<string, unknown> {
  const seats = eventType.seatsPerTimeSlot;
  const booked = seated?.attendees.length ?? 0;
  return {
    start: zonedText(zone, startMs),
    ...(withEnd ? { end: zonedText(zone, endMs) } : {}),
    ...(seats === undefined ? {} : { seatsBooked: booked, seatsRemaining: seats - booked, seatsTotal: seats }),
    ...(seated ? { bookingUid: seated.uid } : {}),
  };
}

function reservationOutput(reservation: SlotReservation, reservationDuration: number): Record<string, unknown> {
  const { eventTypeId, startMs, endMs, durationMinutes, uid, untilMs } = reservation;
  return {
    eventTypeId,
    slotStart: new Date(startMs).toISOString(),
    slotEnd: new Date(endMs).toISOString(),
    slotDuration: durationMinutes,
    reservationUid: uid,
    reservationDuration,
    reservationUntil: new Date(untilMs).toISOString(),
  };
}
