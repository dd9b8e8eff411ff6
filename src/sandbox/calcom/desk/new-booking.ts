import { randomUUID } from 'node:crypto';
import type { StandInEventType, StandInHost, StandInLocation } from '../event-type.js';
import { refusal } from '../refusal.js';
import type { Span } from '../slots/opening-hours.js';
import type { StandInAttendee, StandInBooking } from '../state/booking.js';
import { newBookingUid } from '../state/booking-uid.js';
import { emailOf, type BookingRequest } from './booking-request.js';
import type { DeskParts } from './desk-parts.js';

export interface BookingPlan {
  readonly eventType: StandInEventType;
  readonly request: BookingRequest;
  readonly span: Span;
  readonly host: StandInHost;
  readonly recurringBookingUid: string | null;
}

/** The row of a booking that has just been made. */
export function newBooking(
  parts: DeskParts,
  { eventType, request, span, host, recurringBookingUid }: BookingPlan,
): StandInBooking {
  const uid = newBookingUid();
  const notes = request.bookingFieldsResponses?.notes;
  const now = parts.now().toISOString();
  const isFree = (eventType.price ?? 0) === 0;
  const isSeated = eventType.seatsPerTimeSlot !== undefined;
  return {
    id: parts.store.nextId(),
    uid,
    eventTypeId: eventType.id,
    hostId: host.id,
    title: titleOf(eventType, { '{Organiser}': host.name, '{Scheduler}': request.attendee.name }),
    description: typeof notes === 'string' ? notes : null,
    status: isFree && eventType.requiresConfirmation !== true ? 'accepted' : 'pending',
    start: new Date(span.startMs).toISOString(),
    end: new Date(span.endMs).toISOString(),
    attendees: [newAttendee(parts, request, isSeated)],
    guests: request.guests ?? [],
    responses: isSeated ? {} : responsesOf(request),
    metadata: isSeated ? {} : (request.metadata ?? {}),
    location: locationOf(eventType, request),
    videoCallUrl: null,
    cancellationReason: null,
    cancelledByEmail: null,
    rejectionReason: null,
    reschedulingReason: null,
    rescheduledByEmail: null,
    rescheduledFromUid: null,
    rescheduledToUid: null,
    recurringBookingUid,
    icsUid: `${uid}@Cal.com`,
    icsSequence: 0,
    absentHost: false,
    paid: false,
    paymentId: null,
    createdAt: now,
    updatedAt: parts.updatedAtOnCreate ? now : null,
  };
}

export function newAttendee(parts: DeskParts, request: BookingRequest, isSeated: boolean): StandInAttendee {
  const { name, timeZone, language = 'en', phoneNumber = null } = request.attendee;
  const seat = isSeated
    ? { uid: randomUUID(), responses: responsesOf(request), metadata: request.metadata ?? {} }
    : null;
  const id = parts.store.nextId();
  return { id, name, email: emailOf(request.attendee), timeZone, language, phoneNumber, absent: false, seat };
}

function responsesOf(request: BookingRequest): Record<string, unknown> {
  const { name, phoneNumber } = request.attendee;
  return {
    name,
    email: emailOf(request.attendee),
    ...(phoneNumber === undefined ? {} : { attendeePhoneNumber: phoneNumber }),
    guests: request.guests ?? [],
    ...request.bookingFieldsResponses,
  };
}

/** How an integration is written in the rows of bookings. */
const integrations = {
  'cal-video': 'integrations:daily',
  'google-meet': 'integrations:google:meet',
  zoom: 'integrations:zoom',
};

/** @throws Refusal when the event type does not offer the place that was asked for. */
function locationOf({ id, locations = [] }: StandInEventType, { location, attendee }: BookingRequest): string {
  const offered = location ? locations.find((each) => isMeant(each, location)) : locations[0];
  if (!offered) {
    if (!location) return '';
    const types = locations.map(({ type }) => type).join(', ');
    throw refusal(
      400,
      `Booking location with type ${location.type} not valid for event type with ID ${id}. Available location types: ${types}`,
    );
  }
  switch (offered.type) {
    case 'address':
      return offered.address;
    case 'attendeePhone':
      return location?.phone ?? attendee.phoneNumber ?? '';
    case 'integration':
      return integrations[offered.integration];
  }
}

function isMeant(offered: StandInLocation, asked: NonNullable<BookingRequest['location']>): boolean {
  return offered.type === asked.type && (offered.type !== 'integration' || offered.integration === asked.integration);
}

const usualName = '{Event type title} between {Organiser} and {Scheduler}';

function titleOf({ title, customName = usualName }: StandInEventType, names: Readonly<Record<string, string>>): string {
  const known: Readonly<Record<string, string>> = { '{Event type title}': title, ...names };
  return customName.replace(/\{[^{}]*\}/g, (variable) => known[variable] ?? variable);
}
