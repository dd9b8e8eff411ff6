import type { Appointment } from '../appointments/appointment.js';
import type { CalComBooking } from '../providers/calcom/booking.js';
import type { BookingsApi } from '../providers/calcom/bookings-api.js';
import { AlreadyRescheduled, BookingNotFound } from '../providers/calcom/calcom.errors.js';
import { writeAndLook } from './write-and-look.js';

/** What becomes of a booking. Of one with seats, `seatUid` is the place that is meant. */
export type BookingChange =
  | { kind: 'move'; appointment: Subject; start: Date; reason?: string | undefined; seatUid?: string | undefined }
  | { kind: 'cancel'; appointment: Subject; reason: string; seatUid?: string | undefined }
  | { kind: 'confirm'; appointment: Subject }
  | { kind: 'decline'; appointment: Subject; reason?: string | undefined };

type Subject = Pick<Appointment, 'calUid' | 'start'>;

export interface ChangedBooking {
  /** Everything that Cal.com told, the one that was meant included. */
  changed: readonly CalComBooking[];
  calUid: string;
}

const limits = { timeoutMs: 8_000 };

/** Makes one change, once: what was changed so already is as good. */
export async function changeBooking(bookings: BookingsApi, change: BookingChange): Promise<ChangedBooking> {
  const { calUid } = change.appointment;
  switch (change.kind) {
    case 'move':
      return move(bookings, change);
    case 'cancel':
      return cancel(bookings, change);
    case 'confirm':
      return only(
        await writeAndLook(
          () => bookings.confirm(calUid, limits),
          () => readIf(bookings, calUid, ({ status }) => status !== 'pending'),
        ),
      );
    case 'decline':
      return only(
        await writeAndLook(
          () => bookings.decline(calUid, change.reason, limits),
          () => readIf(bookings, calUid, ({ status }) => status !== 'pending'),
        ),
      );
  }
}

async function move(
  bookings: BookingsApi,
  { appointment: { calUid }, start, reason, seatUid }: Extract<BookingChange, { kind: 'move' }>,
): Promise<ChangedBooking> {
  const moved = await writeAndLook(
    () =>
      bookings
        .reschedule(calUid, { start, reason, seatUid }, limits)
        .catch((error: unknown) => sameMove(bookings, error, start)),
    () => movedTo(bookings, calUid, start),
  );
  // The booking that a seat has left lives on for the others.
  const left = seatUid === undefined || moved.uid === calUid ? null : await bookings.get(calUid, limits);
  return { changed: left ? [left, moved] : [moved], calUid: moved.uid };
}

/** Moved before, to where it was to go: somebody asked twice. */
async function sameMove(bookings: BookingsApi, error: unknown, start: Date): Promise<CalComBooking> {
  if (!(error instanceof AlreadyRescheduled) || error.newerUid === null) throw error;
  const newer = await readIf(bookings, error.newerUid, (booking) => booking.start.getTime() === start.getTime());
  if (!newer) throw error;
  return newer;
}

async function movedTo(bookings: BookingsApi, calUid: string, start: Date): Promise<CalComBooking | undefined> {
  const old = await bookings.get(calUid, limits);
  if (!old) throw new BookingNotFound();
  const newer = old.rescheduledToUid ?? (old.start.getTime() === start.getTime() ? old.uid : null);
  return newer === null ? undefined : readIf(bookings, newer, (booking) => booking.start.getTime() === start.getTime());
}

async function cancel(
  bookings: BookingsApi,
  { appointment: { calUid }, reason, seatUid }: Extract<BookingChange, { kind: 'cancel' }>,
): Promise<ChangedBooking> {
  const changed = await writeAndLook<readonly CalComBooking[]>(
    () => bookings.cancel(calUid, { reason, seatUid }, limits),
    async () => {
      const gone = (booking: CalComBooking) =>
        seatUid === undefined
          ? booking.status === 'cancelled'
          : booking.attendees.every((each) => each.seatUid !== seatUid);
      const booking = await readIf(bookings, calUid, gone);
      return booking && [booking];
    },
  );
  return { changed, calUid };
}

async function readIf(
  bookings: BookingsApi,
  calUid: string,
  holds: (booking: CalComBooking) => boolean,
): Promise<CalComBooking | undefined> {
  const booking = await bookings.get(calUid, limits);
  return booking && holds(booking) ? booking : undefined;
}

function only(booking: CalComBooking): ChangedBooking {
  return { changed: [booking], calUid: booking.uid };
}
