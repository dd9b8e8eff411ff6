import { refusal } from '../refusal.js';
import { isoInstant } from '../desk/booking-request.js';
import { isAlive, type StandInBooking } from '../state/booking.js';
import { numberIn, type StandInRequest } from './stand-in-request.js';

type Keep = (booking: StandInBooking) => boolean;

export interface BookingPage {
  readonly rows: readonly StandInBooking[];
  readonly pagination: Record<string, number | boolean>;
}

const statuses: Readonly<Record<string, (booking: StandInBooking, now: string) => boolean>> = {
  upcoming: (booking, now) =>
    booking.end >= now && isAlive(booking) && (booking.recurringBookingUid === null || booking.status === 'accepted'),
  recurring: (booking, now) => booking.end >= now && isAlive(booking) && booking.recurringBookingUid !== null,
  past: (booking, now) => booking.end < now && isAlive(booking),
  cancelled: (booking) => !isAlive(booking),
  unconfirmed: (booking, now) => booking.status === 'pending' && booking.end >= now,
};

const sortKeys = { sortStart: 'start', sortEnd: 'end', sortCreated: 'createdAt', sortUpdatedAt: 'updatedAt' } as const;

/** One page of `GET /v2/bookings`, with the numbers that Cal.com gives for it. */
export function bookingPage(bookings: Iterable<StandInBooking>, request: StandInRequest, now: Date): BookingPage {
  const take = numberIn(request, 'take', { least: 1, most: 250 }) ?? 100;
  const skip = numberIn(request, 'skip', { least: 0, most: Number.MAX_SAFE_INTEGER }) ?? 0;
  const meant = [...bookings].filter(all(plainFilters(request, now.toISOString())));
  const within = meant.filter(all(changeFilters(request)));
  const rows = within.sort(order(request)).slice(skip, skip + take);
  // The total is counted without the filters on when a row was made or changed, and all else follows from the total.
  return { rows, pagination: paginationOf(meant.length, skip, take) };
}

function plainFilters(request: StandInRequest, now: string): Keep[] {
  const { query } = request;
  const asked = listIn(request, 'status');
  const unknown = asked.find((status) => !(status in statuses));
  if (unknown !== undefined)
    throw refusal(
      400,
      `Invalid status. Allowed are upcoming, recurring, past, cancelled, unconfirmed, but ${unknown} was given.`,
    );
  const keep: Keep[] = [];
  if (asked.length > 0) keep.push((booking) => asked.some((status) => statuses[status]?.(booking, now) === true));
  const [email, name, uid] = [query.get('attendeeEmail'), query.get('attendeeName'), query.get('bookingUid')];
  if (email !== null) keep.push(({ attendees }) => attendees.some((attendee) => attendee.email === email));
  if (name !== null) keep.push(({ attendees }) => attendees.some((attendee) => attendee.name === name));
  if (uid !== null) keep.push((booking) => booking.uid === uid);
  const types = [...listIn(request, 'eventTypeIds'), ...listIn(request, 'eventTypeId')].map(Number);
  if (types.length > 0) keep.push(({ eventTypeId }) => types.includes(eventTypeId));
  // The account has no teams.
  if (query.has('teamId') || query.has('teamsIds')) keep.push(() => false);
  const [after, before] = [boundIn(request, 'afterStart'), boundIn(request, 'beforeEnd')];
  if (after !== null) keep.push(({ start }) => start >= after);
  if (before !== null) keep.push(({ end }) => end <= before);
  return keep;
}

function changeFilters(request: StandInRequest): Keep[] {
  const bounds = [
    ['afterCreatedAt', ({ createdAt }, bound) => createdAt >= bound],
    ['beforeCreatedAt', ({ createdAt }, bound) => createdAt <= bound],
    ['afterUpdatedAt', ({ updatedAt }, bound) => updatedAt !== null && updatedAt >= bound],
    ['beforeUpdatedAt', ({ updatedAt }, bound) => updatedAt !== null && updatedAt <= bound],
  ] satisfies [string, (booking: StandInBooking, bound: string) => boolean][];
  return bounds.flatMap(([name, isWithin]) => {
    const bound = boundIn(request, name);
    return bound === null ? [] : [(booking: StandInBooking) => isWithin(booking, bound)];
  });
}

/** One key only, and nothing decides between equals. */
function order(request: StandInRequest): (one: StandInBooking, other: StandInBooking) => number {
  for (const [name, key] of Object.entries(sortKeys)) {
    const direction = request.query.get(name);
    if (direction === null) continue;
    if (direction !== 'asc' && direction !== 'desc') throw refusal(400, `${name} must be either 'asc' or 'desc'`);
    const sign = direction === 'asc' ? 1 : -1;
    return (one, other) => sign * compared(one[key] ?? '', other[key] ?? '');
  }
  const asked = request.query.get('status');
  const sign = asked === 'past' || asked === 'cancelled' ? -1 : 1;
  return (one, other) => sign * compared(one.start, other.start);
}

function compared(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function paginationOf(totalItems: number, skip: number, take: number): Record<string, number | boolean> {
  return {
    totalItems,
    remainingItems: Math.max(0, totalItems - skip - take),
    returnedItems: Math.max(0, Math.min(take, totalItems - skip)),
    itemsPerPage: take,
    currentPage: totalItems === 0 ? 0 : Math.floor(skip / take) + 1,
    totalPages: Math.ceil(totalItems / take),
    hasNextPage: skip + take < totalItems,
    hasPreviousPage: skip > 0,
  };
}

function all(filters: readonly Keep[]): Keep {
  return (booking) => filters.every((keep) => keep(booking));
}

function listIn({ query }: StandInRequest, name: string): string[] {
  return query.getAll(name).flatMap((text) => text.split(',').filter((part) => part !== ''));
}

function boundIn({ query }: StandInRequest, name: string): string | null {
  const text = query.get(name);
  if (text === null) return null;
  const instant = isoInstant(text);
  if (instant === null) throw refusal(400, `${name} must be a valid ISO 8601 date string`);
  return new Date(instant).toISOString();
}
