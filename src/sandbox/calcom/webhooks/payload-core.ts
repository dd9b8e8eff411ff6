import type { StandInEventType, StandInHost } from '../event-type.js';
import { offsetMs } from '../slots/zone.js';
import type { StandInAttendee, StandInBooking } from '../state/booking.js';
import type { EventTypes } from '../state/event-types.js';
import type { Announcement } from './announcement.js';

type Json = Record<string, unknown>;

/** What the payloads of all webhooks about a booking have in common. */
export function core({ booking, seat }: Announcement, eventTypes: EventTypes): Json {
  const eventType = eventTypes.find(booking.eventTypeId);
  const host = eventTypes.host(booking.hostId);
  const attendees = seat ? [seat] : booking.attendees;
  return {
    bookerUrl: 'https://app.cal.com',
    ...(eventType && typeFacts(eventType)),
    title: booking.title,
    description: booking.description ?? '',
    additionalNotes: textOf(booking.responses.notes),
    startTime: wholeSeconds(booking.start),
    endTime: wholeSeconds(booking.end),
    organizer: host && { ...personOf(host), utcOffset: utcOffset(host.timeZone, booking.start) },
    attendees: attendees.map((attendee) => attendeeOf(attendee, booking)),
    ...responsesOf(seat?.seat?.responses ?? booking.responses, { booking, eventType }),
    ...(seat?.seat ? { attendeeSeatId: seat.seat.uid } : {}),
    location: booking.location,
    destinationCalendar: null,
    iCalUID: booking.icsUid,
    iCalSequence: booking.icsSequence,
    uid: booking.uid,
    bookingId: booking.id,
    eventTypeId: booking.eventTypeId,
    customInputs: null,
    appsStatus: [],
    organizationId: null,
  };
}

function typeFacts(eventType: StandInEventType): Json {
  return {
    type: eventType.slug,
    eventTitle: eventType.title,
    eventDescription: eventType.description || null,
    length: eventType.lengthInMinutes,
    price: eventType.price ?? 0,
    schedulingType: eventType.hosts.length > 1 ? 'ROUND_ROBIN' : null,
    ...(eventType.recurrence ? { recurringEvent: recurringEvent(eventType.recurrence) } : {}),
    currency: eventType.currency ?? 'usd',
    requiresConfirmation: eventType.requiresConfirmation ?? false,
    seatsPerTimeSlot: eventType.seatsPerTimeSlot ?? null,
    seatsShowAttendees: eventType.seatsPerTimeSlot === undefined ? null : false,
    seatsShowAvailabilityCount: eventType.seatsPerTimeSlot === undefined ? null : true,
  };
}

export function personOf({ id, name, email, username, timeZone }: StandInHost): Json {
  return { id, name, email, username, timeZone, language: { locale: 'en' }, timeFormat: 'h:mma' };
}

function attendeeOf({ name, email, timeZone, language, phoneNumber }: StandInAttendee, booking: StandInBooking): Json {
  const [firstName, ...rest] = name.split(' ');
  return {
    name,
    firstName,
    lastName: rest.join(' '),
    email,
    timeZone,
    language: { locale: language },
    ...(phoneNumber === null ? {} : { phoneNumber }),
    utcOffset: utcOffset(timeZone, booking.start),
  };
}

const defaultLabels: Readonly<Record<string, string>> = {
  name: 'your_name',
  email: 'email_address',
  attendeePhoneNumber: 'phone_number',
  guests: 'additional_guests',
  notes: 'additional_notes',
};

function responsesOf(
  answers: Readonly<Json>,
  { booking, eventType }: { booking: StandInBooking; eventType: StandInEventType | null },
): Json {
  const fields = new Map((eventType?.bookingFields ?? []).map(({ slug, label }) => [slug, label]));
  const labelled = Object.entries(answers).map(
    ([slug, value]) =>
      [slug, { label: fields.get(slug) ?? defaultLabels[slug] ?? slug, value, isHidden: false }] as const,
  );
  const location = { label: 'location', value: { value: booking.location, optionValue: '' }, isHidden: false };
  return {
    responses: { ...Object.fromEntries(labelled), location },
    userFieldsResponses: Object.fromEntries(labelled.filter(([slug]) => fields.has(slug))),
  };
}

function recurringEvent({ interval, occurrences, frequency }: NonNullable<StandInEventType['recurrence']>): Json {
  return { interval, count: occurrences, freq: frequency === 'weekly' ? 2 : 1 };
}

function utcOffset(timeZone: string, iso: string): number {
  return offsetMs(timeZone, Date.parse(iso)) / 60_000;
}

/** `2026-11-20T10:15:00Z`. */
export function wholeSeconds(iso: string): string {
  return iso.replace(/\.\d+Z$/, 'Z');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
