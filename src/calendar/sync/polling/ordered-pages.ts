import type { CalComBooking } from '../../providers/calcom/booking.js';
import type { PageMark } from '../../providers/calcom/booking-pages.js';
import type { BookingsApi } from '../../providers/calcom/bookings-api.js';

/** Which bookings, and in what order: from a moment on, that included. */
export interface PagePlan {
  by: 'start' | 'updatedAt';
  from: Date;
  beforeEnd?: Date | undefined;
  /** How many at once, 1 to 250. */
  take?: number | undefined;
}

export interface ReadPage {
  bookings: readonly CalComBooking[];
  /** Rows that are no bookings as far as we understand them. */
  notUnderstood: number;
  /** When it was asked for. */
  readAt: Date;
}

const largestTake = 250;
const readLimitMs = 20_000;

/**
 * All bookings, page by page. Cal.com counts pages from the beginning, and rows move while they are read: so the next page
 * begins where the last one ended, by value and not by number, and nothing is left out. What is seen twice comes once.
 */
export async function* orderedPages(
  bookings: BookingsApi,
  { by, from, beforeEnd, take = largestTake }: PagePlan,
): AsyncGenerator<ReadPage> {
  const seen = new Set<string>();
  let mark: PageMark | undefined;
  let [bound, skip] = [from, 0];
  for (;;) {
    const readAt = new Date();
    const after = by === 'start' ? { afterStart: bound } : { afterUpdatedAt: bound };
    const page = await bookings.list(
      { ...after, beforeEnd, sort: by, take, skip },
      { from: mark, timeoutMs: readLimitMs },
    );
    const fresh = page.bookings.filter((booking) => !seen.has(keyOf(booking)));
    for (const booking of fresh) seen.add(keyOf(booking));
    yield { bookings: fresh, notUnderstood: page.notUnderstood, readAt };
    if (page.next === null) return;
    if ('cursor' in page.next) {
      mark = page.next;
      continue;
    }
    const last = page.bookings.at(-1)?.[by];
    const moves = last && last > bound;
    // A whole page of one moment has to be counted through.
    [bound, skip] = moves ? [last, 0] : [bound, page.next.skip];
  }
}

function keyOf({ uid, updatedAt }: CalComBooking): string {
  return `${uid} ${updatedAt?.getTime() ?? ''}`;
}
