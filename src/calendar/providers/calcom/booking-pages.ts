import { z } from 'zod';
import type { HttpQuery } from '../../../kernel/http/index.js';
import { bookingSchema, type CalComBooking } from './booking.js';

export interface BookingFilter {
  /** Both are meant inclusively. */
  readonly afterStart?: Date | undefined;
  readonly beforeEnd?: Date | undefined;
  readonly afterUpdatedAt?: Date | undefined;
  /** Exactly as Cal.com has it. */
  readonly attendeeEmail?: string | undefined;
  readonly eventTypeId?: number | undefined;
  /** By what the list is ordered, ascending; by start unless given. */
  readonly sort?: 'start' | 'updatedAt' | undefined;
  /** How many at once, 1 to 250. */
  readonly take?: number | undefined;
  readonly skip?: number | undefined;
}

/** Where the next page begins. */
export type PageMark = { readonly skip: number } | { readonly cursor: string };

export interface BookingPage {
  readonly bookings: readonly CalComBooking[];
  /** How many rows of the page are no bookings as far as we understand them. */
  readonly notUnderstood: number;
  /** Null when there are no more. */
  readonly next: PageMark | null;
}

const usualTake = 100;
/** By cursor Cal.com gives no more at once. */
const cursorLimit = 100;

export const pageReply = z.object({
  data: z.array(z.unknown()),
  pagination: z
    .object({
      itemsPerPage: z.number().positive().nullish().catch(null),
      nextCursor: z.string().min(1).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

export function pageQuery(filter: BookingFilter, mark?: PageMark): HttpQuery {
  const { sort = 'start', take = usualTake, attendeeEmail, eventTypeId } = filter;
  return {
    afterStart: filter.afterStart?.toISOString(),
    beforeEnd: filter.beforeEnd?.toISOString(),
    afterUpdatedAt: filter.afterUpdatedAt?.toISOString(),
    attendeeEmail,
    eventTypeId,
    ...(sort === 'start' ? { sortStart: 'asc' } : { sortUpdatedAt: 'asc' }),
    ...placeOf(mark ?? { skip: filter.skip ?? 0 }, take),
  };
}

/**
 * Reads row by row, so that one odd booking does not hide the others. Of Cal.com’s numbers only the size of the page is
 * believed: its totals leave filters by time of change out of account.
 */
export function readPage(reply: z.output<typeof pageReply>, filter: BookingFilter, mark?: PageMark): BookingPage {
  const rows = reply.data.map((row) => bookingSchema.safeParse(row));
  const bookings = rows.flatMap(({ data }) => data ?? []);
  const { itemsPerPage, nextCursor } = reply.pagination ?? {};
  const size = Math.min(filter.take ?? usualTake, itemsPerPage ?? Infinity);
  const skip = (mark && 'skip' in mark ? mark.skip : (filter.skip ?? 0)) + rows.length;
  const byCursor = nextCursor ? { cursor: nextCursor } : null;
  const isLast = rows.length < size || (mark && 'cursor' in mark);
  return { bookings, notUnderstood: rows.length - bookings.length, next: byCursor ?? (isLast ? null : { skip }) };
}

function placeOf(mark: PageMark, take: number): HttpQuery {
  return 'cursor' in mark ? { cursor: mark.cursor, limit: Math.min(take, cursorLimit) } : { take, skip: mark.skip };
}
