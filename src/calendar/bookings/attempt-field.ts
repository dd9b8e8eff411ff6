import type { CalComBooking } from '../providers/calcom/booking.js';

/** Where a booking's metadata carries the id of its attempt. It says nothing about anybody. */
export const attemptField = 'bookingAttempt';

/** The attempt that a booking came of; null for one that was not booked here. */
export function attemptOf(metadata: Readonly<Record<string, unknown>>): string | null {
  const id = metadata[attemptField];
  return typeof id === 'string' && uuid.test(id) ? id : null;
}

/** The same for all of a booking; who takes a seat in one brings an attempt along. */
export function attemptsOf({ metadata, attendees }: Pick<CalComBooking, 'metadata' | 'attendees'>): string[] {
  const ids = [metadata, ...attendees.map((each) => each.metadata)].map(attemptOf);
  return [...new Set(ids.filter((id) => id !== null))];
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
