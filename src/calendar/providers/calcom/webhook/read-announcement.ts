import { z } from 'zod';
import type { AppointmentFacts, AppointmentStatus, Attendee } from '../../../appointments/appointment.js';
import { toAttendee } from '../../../appointments/to-appointment-facts.js';
import { optionalMoment, optionalNumber, optionalText, record } from '../reply-fields.js';
import type { CalComEvent } from './calcom-event.js';

/** What an event says of its booking by itself. */
export interface Announcement {
  facts: Pick<AppointmentFacts, 'calUid'> & Partial<AppointmentFacts>;
  absent: ReadonlyMap<string, boolean> | undefined;
}

const statuses: Readonly<Record<string, AppointmentStatus>> = {
  BOOKING_REQUESTED: 'PENDING',
  BOOKING_CREATED: 'ACCEPTED',
  BOOKING_RESCHEDULED: 'ACCEPTED',
  BOOKING_CANCELLED: 'CANCELLED',
  BOOKING_REJECTED: 'REJECTED',
};

const attendee = z.object({
  name: optionalText,
  email: optionalText,
  timeZone: optionalText,
  phoneNumber: optionalText,
});

const payload = z.object({
  bookingId: optionalNumber,
  eventTypeId: optionalNumber,
  title: optionalText,
  description: optionalText,
  startTime: optionalMoment,
  endTime: optionalMoment,
  location: optionalText,
  organizer: z.object({ id: optionalNumber, name: optionalText, email: optionalText }).nullish().catch(null),
  attendees: z.array(attendee).nullish().catch(null),
  metadata: record,
  cancellationReason: optionalText,
  rejectionReason: optionalText,
  iCalUID: optionalText,
  seatsPerTimeSlot: optionalNumber,
  requestReschedule: z.boolean().nullish().catch(null),
});

const absences = z
  .array(z.object({ email: z.string(), noShow: z.boolean() }))
  .nullish()
  .catch(null);

/**
 * What is left to go by when the account cannot be asked. Null where it says nothing that could stand: who comes to a seated
 * booking, or that one is cancelled of which a single seat may be meant.
 */
export function readAnnouncement({ trigger, uid, previousUid, payload: told }: CalComEvent): Announcement | null {
  if (uid === null) return null;
  if (trigger === 'BOOKING_NO_SHOW_UPDATED') {
    const list = absences.parse(told.attendees) ?? [];
    return { facts: { calUid: uid }, absent: new Map(list.map(({ email, noShow }) => [email, noShow])) };
  }
  const status = statuses[trigger];
  const said = payload.parse(told);
  if (!status || said.seatsPerTimeSlot !== null) return null;
  const moved = trigger === 'BOOKING_RESCHEDULED' && previousUid !== uid ? previousUid : null;
  return {
    facts: { calUid: uid, ...statusFacts(status, said), ...plainFacts(said), ...given({ rescheduledFromUid: moved }) },
    absent: undefined,
  };
}

type Said = z.output<typeof payload>;

function statusFacts(
  status: AppointmentStatus,
  { cancellationReason, rejectionReason }: Said,
): Partial<AppointmentFacts> {
  const reason = cancellationReason ?? rejectionReason;
  return { status, vendorStatus: status.toLowerCase(), ...given({ cancellationReason: reason }) };
}

function plainFacts(said: Said): Partial<AppointmentFacts> {
  const { bookingId, eventTypeId, title, description, startTime, endTime, location, organizer, attendees, iCalUID } =
    said;
  return given({
    calId: bookingId,
    eventTypeId,
    title,
    description,
    start: startTime,
    end: endTime,
    location,
    organizerId: organizer?.id ?? null,
    organizerName: organizer?.name ?? null,
    organizerEmail: organizer?.email ?? null,
    attendees: attendees?.map(attendeeOf) ?? null,
    metadata: Object.keys(said.metadata).length > 0 ? said.metadata : null,
    icalUid: iCalUID,
  });
}

function attendeeOf({ name, email, timeZone, phoneNumber }: z.output<typeof attendee>): Attendee {
  const address = email ?? '';
  return toAttendee({
    name: name ?? '',
    email: address,
    displayEmail: address,
    timeZone,
    phoneNumber,
    absent: false,
    seatUid: null,
  });
}

/** Only what is said: the rest stays as it is known. */
function given<T extends object>(facts: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const said = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]?: NonNullable<T[K]> };
}
