import { z } from 'zod';
import { dataOf, moment, optionalMoment, optionalNumber, optionalText } from './reply-fields.js';

/** A moment at which an event type can be booked. */
export interface CalComSlot {
  readonly start: Date;
  readonly end: Date | null;
  /** Only where the event type has seats. */
  readonly seatsRemaining?: number;
  /** The booking whose seats these are. */
  readonly bookingUid?: string;
}

/** A slot that is kept out of everybody’s lists for a while. It is a courtesy: bookings do not look at it. */
export interface CalComReservation {
  readonly uid: string;
  readonly start: Date;
  readonly end: Date | null;
  readonly until: Date | null;
}

const entry = z.object({
  start: moment,
  end: optionalMoment,
  seatsRemaining: optionalNumber,
  bookingUid: optionalText,
});

/** Cal.com’s description has plain moments, Cal.com itself answers objects. */
const slot = z.union([
  moment.transform((start): CalComSlot => ({ start, end: null })),
  entry.transform(({ start, end, seatsRemaining, bookingUid }): CalComSlot => ({
    start,
    end,
    ...(seatsRemaining !== null && { seatsRemaining }),
    ...(bookingUid !== null && { bookingUid }),
  })),
]);

/** The slots of all days, in the order of time. */
export const slotsReply = dataOf(z.record(z.string(), z.array(slot))).transform((days) =>
  Object.values(days)
    .flat()
    .sort((one, other) => one.start.getTime() - other.start.getTime()),
);

export const reservationReply = dataOf(
  z.object({
    reservationUid: z.string().min(1),
    slotStart: moment,
    slotEnd: optionalMoment,
    reservationUntil: optionalMoment,
  }),
).transform(({ reservationUid: uid, slotStart: start, slotEnd: end, reservationUntil: until }): CalComReservation => ({
  uid,
  start,
  end,
  until,
}));
