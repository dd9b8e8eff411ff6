import type { StandInHost } from '../event-type.js';
import type { StandInAttendee, StandInBooking } from '../state/booking.js';
import type { EventTypes } from '../state/event-types.js';

type Json = Record<string, unknown>;

/** A booking as version 2024-08-13 shows it. */
export function bookingOutput(booking: StandInBooking, eventTypes: EventTypes): Json {
  const eventType = eventTypes.find(booking.eventTypeId);
  const isSeated = eventType?.seatsPerTimeSlot !== undefined;
  const place = booking.videoCallUrl ?? booking.location;
  return {
    id: booking.id,
    uid: booking.uid,
    title: booking.title,
    description: booking.description,
    hosts: [hostOutput(eventTypes.host(booking.hostId))],
    status: booking.status,
    cancellationReason: booking.cancellationReason ?? booking.rejectionReason ?? '',
    cancelledByEmail: booking.cancelledByEmail ?? '',
    ...given('reschedulingReason', booking.reschedulingReason),
    ...given('rescheduledByEmail', booking.rescheduledByEmail),
    ...given('rescheduledFromUid', booking.rescheduledFromUid),
    ...given('rescheduledToUid', booking.rescheduledToUid),
    start: booking.start,
    end: booking.end,
    duration: (Date.parse(booking.end) - Date.parse(booking.start)) / 60_000,
    eventTypeId: booking.eventTypeId,
    eventType: eventType && { id: eventType.id, slug: eventType.slug },
    meetingUrl: place,
    location: place,
    absentHost: booking.absentHost,
    createdAt: booking.createdAt,
    updatedAt: booking.updatedAt,
    metadata: booking.metadata,
    icsUid: booking.icsUid,
    ...given('recurringBookingUid', booking.recurringBookingUid),
    ...(isSeated
      ? { attendees: booking.attendees.map(seatedAttendeeOutput) }
      : {
          attendees: booking.attendees.map(attendeeOutput),
          guests: booking.guests,
          bookingFieldsResponses: booking.responses,
        }),
  };
}

/** With the id that only the sub-resource of attendees shows. */
export function attendeeWithId(attendee: StandInAttendee): Json {
  return { id: attendee.id, ...attendeeOutput(attendee) };
}

function attendeeOutput({ name, email, timeZone, language, absent, phoneNumber }: StandInAttendee): Json {
  return { name, email, displayEmail: email, timeZone, language, absent, ...given('phoneNumber', phoneNumber) };
}

function seatedAttendeeOutput(attendee: StandInAttendee): Json {
  const { seat } = attendee;
  return {
    ...attendeeOutput(attendee),
    seatUid: seat?.uid ?? '',
    bookingFieldsResponses: seat?.responses ?? {},
    metadata: seat?.metadata ?? {},
  };
}

function hostOutput(host: StandInHost | null): Json {
  if (!host) return { id: 'unknown', name: 'unknown', email: 'unknown', displayEmail: 'unknown', username: 'unknown' };
  const { id, name, email, username, timeZone } = host;
  return { id, name, email, displayEmail: email, username, timeZone };
}

/** Absent where there is nothing, not null. */
function given(name: string, value: string | null): Json {
  return value === null ? {} : { [name]: value };
}
