import { z } from 'zod';
import type { CalComBooking } from '../../providers/calcom/booking.js';
import type { CalComEvent } from '../../providers/calcom/webhook/calcom-event.js';
import type { BookingReading } from './booking-reading.js';

const claims = z.object({
  attendeeSeatId: z.string().optional().catch(undefined),
  seatsPerTimeSlot: z.number().nullish().catch(null),
  attendees: z
    .array(z.object({ email: z.string(), noShow: z.boolean() }))
    .optional()
    .catch(undefined),
});

type Readings = ReadonlyMap<string, BookingReading>;

/** Of the triggers that can run ahead of what is written; the others always agree. */
const agreements: Readonly<
  Record<string, (booking: CalComBooking, event: CalComEvent, readings: Readings) => boolean>
> = {
  BOOKING_CANCELLED: (booking, { payload }) => {
    const { attendeeSeatId, seatsPerTimeSlot } = claims.parse(payload);
    return isGone(booking, attendeeSeatId) || (attendeeSeatId === undefined && typeof seatsPerTimeSlot === 'number');
  },
  BOOKING_REJECTED: ({ status }) => status !== 'pending',
  BOOKING_CREATED: (booking) => booking.status !== 'pending' && isConnected(booking),
  BOOKING_RESCHEDULED: (booking, { uid, previousUid, payload }, readings) => {
    const { attendeeSeatId } = claims.parse(payload);
    return isConnected(booking) && (previousUid === uid || hasLeft(bookingIn(readings, previousUid), attendeeSeatId));
  },
  BOOKING_NO_SHOW_UPDATED: (booking, { payload }) => {
    const { attendees = [] } = claims.parse(payload);
    return attendees.every(({ email, noShow }) => noShow === isAbsent(booking, email));
  },
};

/**
 * Whether what was read has in it what the event tells. Cal.com tells of a cancellation before it writes it, and of a booking
 * before it has the address of its meeting: then it is worth asking again.
 */
export function hintAgrees(event: CalComEvent, readings: Readings): boolean {
  const booking = bookingIn(readings, event.uid);
  // What could not be read is not worth asking for again at once; what is missing is.
  if (!booking) return readings.get(event.uid ?? '')?.kind !== 'missing';
  return agreements[event.trigger]?.(booking, event, readings) ?? true;
}

function bookingIn(readings: Readings, uid: string | null): CalComBooking | null {
  const reading = uid === null ? undefined : readings.get(uid);
  return reading?.kind === 'read' ? reading.booking : null;
}

function isGone({ status, attendees }: CalComBooking, seatUid: string | undefined): boolean {
  if (status === 'cancelled' || status === 'rejected') return true;
  return seatUid !== undefined && attendees.every((each) => each.seatUid !== seatUid);
}

function hasLeft(booking: CalComBooking | null, seatUid: string | undefined): boolean {
  return booking === null || booking.attendees.some((each) => each.seatUid !== null) || isGone(booking, seatUid);
}

/** The code of an integration stands there until the meeting has an address. */
function isConnected({ status, location }: CalComBooking): boolean {
  return status !== 'accepted' || !location?.startsWith('integrations:');
}

function isAbsent({ attendees }: CalComBooking, email: string): boolean {
  return attendees.some((each) => each.absent && (each.email === email || each.displayEmail === email));
}
