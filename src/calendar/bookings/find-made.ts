import type { CalComBooking } from '../providers/calcom/booking.js';
import type { BookingsApi } from '../providers/calcom/bookings-api.js';
import { OutcomeUnknown } from '../providers/calcom/calcom.errors.js';
import { attemptsOf } from './attempt-field.js';

export interface SoughtBooking {
  attemptId: string;
  eventTypeId: number;
  start: Date;
}

const lookLimitMs = 4_000;

/** What an attempt has booked, of a series all occurrences; undefined when it has booked nothing. */
export async function findMade(
  bookings: BookingsApi,
  { attemptId, eventTypeId, start }: SoughtBooking,
): Promise<readonly CalComBooking[] | undefined> {
  const made: CalComBooking[] = [];
  for await (const page of bookings.pages({ eventTypeId, afterStart: start }, { timeoutMs: lookLimitMs })) {
    const ours = page.bookings.filter((booking) => attemptsOf(booking).includes(attemptId));
    made.push(...ours);
    // What cannot be read may be ours.
    if (page.notUnderstood > 0 && ours.length === 0) throw new OutcomeUnknown(new Error('A booking cannot be read.'));
    // By start: what begins later than the slot is another occurrence of ours at most.
    const last = page.bookings.at(-1);
    if (made.length === 0 && last && last.start > start) return undefined;
  }
  return made.length > 0 ? made : undefined;
}
