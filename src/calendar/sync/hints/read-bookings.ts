import { AppError } from '../../../kernel/errors/index.js';
import type { CalendarAccount } from '../../accounts/calendar-account.js';
import type { CalComBooking } from '../../providers/calcom/booking.js';
import { inParallel } from '../in-parallel.js';
import type { BookingReading } from './booking-reading.js';

export interface BookingQuestion {
  uid: string;
  account: CalendarAccount;
}

const readLimitMs = 3_000;
const mostAtOnce = 4;
const unanswered: ReadonlySet<string> = new Set(['HTTP.TIMED_OUT', 'HTTP.UNREACHABLE']);

/**
 * Asks for bookings and for all that belongs to them: what they were moved from and to, and the other occurrences of their
 * series, of which one webhook tells.
 *
 * @param until By `performance.now()`: what was not asked for by then has failed.
 */
export async function readBookings(
  questions: readonly BookingQuestion[],
  until: number,
): Promise<Map<string, BookingReading>> {
  const readings = new Map<string, BookingReading>();
  const series = new Set<string>();
  // Whoever does not answer, or wants no more questions, is not asked for the rest: others wait for this.
  const out = new Map<string, BookingReading>();
  let left = questions;
  while (left.length > 0) {
    for (const { uid } of left) readings.set(uid, { kind: 'failed', error: new Error('There was no time to ask.') });
    const more: BookingQuestion[] = [];
    await inParallel(left, { most: mostAtOnce, until }, async ({ uid, account }) => {
      const known = out.get(account.id);
      const reading: BookingReading = known ?? (await ask(account, uid));
      readings.set(uid, reading);
      if (reading.kind === 'failed' && isOut(reading.error)) out.set(account.id, reading);
      if (reading.kind !== 'read') return;
      const { recurringBookingUid } = reading.booking;
      if (recurringBookingUid !== null && !series.has(recurringBookingUid)) {
        series.add(recurringBookingUid);
        await askSeries(account, recurringBookingUid, readings);
      }
      more.push(...linked(reading.booking).map((other) => ({ uid: other, account })));
    });
    left = [...new Map(more.map((each) => [each.uid, each])).values()].filter(({ uid }) => !readings.has(uid));
  }
  return readings;
}

function linked({ rescheduledFromUid, rescheduledToUid }: CalComBooking): string[] {
  return [rescheduledFromUid, rescheduledToUid].filter((uid) => uid !== null);
}

async function ask(account: CalendarAccount, uid: string): Promise<BookingReading> {
  const readAt = new Date();
  try {
    const { bookings } = account.api({ action: 'sync_webhook', urgent: false });
    const booking = await bookings.get(uid, { timeoutMs: readLimitMs });
    return booking ? { kind: 'read', accountId: account.id, booking, readAt } : { kind: 'missing', readAt };
  } catch (error) {
    if (isShut(error)) return { kind: 'closed', accountId: account.id };
    return { kind: 'failed', error };
  }
}

/** What of a series is known by itself already stays as it was read. */
async function askSeries(
  account: CalendarAccount,
  seriesUid: string,
  readings: Map<string, BookingReading>,
): Promise<void> {
  const readAt = new Date();
  try {
    const { bookings } = account.api({ action: 'sync_webhook', urgent: false });
    for (const booking of await bookings.getSeries(seriesUid, { timeoutMs: readLimitMs })) {
      readings.set(booking.uid, { kind: 'read', accountId: account.id, booking, readAt });
    }
  } catch (error) {
    readings.set(seriesUid, { kind: 'failed', error });
  }
}

function isOut(error: unknown): boolean {
  return error instanceof AppError && (error.kind === 'rate_limited' || unanswered.has(error.reason));
}

function isShut(error: unknown): boolean {
  return error instanceof AppError && error.kind === 'credential_rejected';
}
