import type { CalComAttendee, CalComBooking } from '../providers/calcom/booking.js';
import { isPhoneNumber } from '../../kernel/graphql/index.js';
import type { AppointmentFacts, AppointmentStatus, Attendee } from './appointment.js';

/**
 * How Cal.com's words for a status are told to clients. An instant meeting waits for a host as a request does; a word that
 * is not known is a request too, and kept as it is.
 */
const statuses: Readonly<Record<string, AppointmentStatus>> = {
  accepted: 'ACCEPTED',
  pending: 'PENDING',
  awaiting_host: 'PENDING',
  cancelled: 'CANCELLED',
  rejected: 'REJECTED',
};

/** An appointment as a booking of Cal.com tells it. */
export function toAppointmentFacts(booking: CalComBooking): AppointmentFacts {
  const [host] = booking.hosts;
  const { uid: calUid, id: calId, start, end, eventTypeId, location, cancellationReason } = booking;
  const { rescheduledFromUid, rescheduledToUid, recurringBookingUid: seriesUid, icsUid: icalUid } = booking;
  return {
    ...{ calUid, calId, eventTypeId, start, end, location, cancellationReason },
    ...{ rescheduledFromUid, rescheduledToUid, seriesUid, icalUid },
    title: booking.title ?? '',
    description: booking.description,
    status: statuses[booking.status.toLowerCase()] ?? 'PENDING',
    vendorStatus: booking.status,
    noShow: booking.attendees.some(({ absent }) => absent),
    organizerId: host?.id ?? null,
    organizerName: host?.name ?? '',
    organizerEmail: host?.email ?? null,
    attendees: booking.attendees.map(toAttendee),
    responses: booking.responses,
    metadata: booking.metadata,
    seated: booking.attendees.some(({ seatUid }) => seatUid !== null),
    createdAt: booking.createdAt ?? booking.updatedAt ?? new Date(0),
    sourceUpdatedAt: booking.updatedAt,
  };
}

/** Cal.com makes such addresses up for whoever gave a number only: nothing ever arrives there. */
const madeUp = /@sms\.cal\.com$/i;

type AttendeeSaid = Pick<
  CalComAttendee,
  'name' | 'email' | 'displayEmail' | 'timeZone' | 'phoneNumber' | 'absent' | 'seatUid'
>;

export function toAttendee(said: AttendeeSaid): Attendee {
  const { name, email, displayEmail, timeZone, phoneNumber, absent, seatUid } = said;
  const address = displayEmail || email;
  const digits = madeUp.test(address) ? `+${address.split('@', 1)[0] ?? ''}` : null;
  const number = phoneNumber ?? digits;
  return {
    ...{ name, timeZone, absent, seatUid },
    email: address === '' || madeUp.test(address) ? null : address,
    phoneNumber: number !== null && isPhoneNumber(number) ? number : null,
  };
}
