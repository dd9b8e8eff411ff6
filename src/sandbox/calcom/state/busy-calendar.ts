import type { StandInBooking } from './booking.js';

const dayMs = 86_400_000;

interface BusyTime {
  readonly booking: StandInBooking;
  readonly startMs: number;
  readonly endMs: number;
}

/** Which bookings of a host touch a time, without looking at all of them. */
export class BusyCalendar {
  /** By host and day of the epoch; a booking stands on each day that it touches. */
  readonly #days = new Map<number, Map<number, Map<string, BusyTime>>>();

  add(booking: StandInBooking): void {
    const busy = { booking, startMs: Date.parse(booking.start), endMs: Date.parse(booking.end) };
    const days = this.#days.get(booking.hostId) ?? new Map<number, Map<string, BusyTime>>();
    this.#days.set(booking.hostId, days);
    for (const day of daysOf(busy.startMs, busy.endMs)) {
      const bookings = days.get(day) ?? new Map<string, BusyTime>();
      days.set(day, bookings.set(booking.uid, busy));
    }
  }

  remove(booking: StandInBooking): void {
    const days = this.#days.get(booking.hostId);
    for (const day of daysOf(Date.parse(booking.start), Date.parse(booking.end))) days?.get(day)?.delete(booking.uid);
  }

  /** Of all statuses; a booking that spans several days may come up more than once. */
  *touching(hostId: number, fromMs: number, toMs: number): Generator<BusyTime> {
    const days = this.#days.get(hostId);
    if (!days) return;
    for (const day of daysOf(fromMs, toMs))
      for (const busy of days.get(day)?.values() ?? []) if (busy.startMs < toMs && fromMs < busy.endMs) yield busy;
  }
}

function daysOf(fromMs: number, toMs: number): number[] {
  const first = Math.floor(fromMs / dayMs);
  return Array.from({ length: Math.floor(toMs / dayMs) - first + 1 }, (_, index) => first + index);
}
