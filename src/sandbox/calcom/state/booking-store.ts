import type { StandInBooking } from './booking.js';
import { BusyCalendar } from './busy-calendar.js';

export type BookingChange = Partial<Omit<StandInBooking, 'id' | 'uid' | 'hostId' | 'start' | 'end'>> &
  Partial<Pick<StandInBooking, 'hostId' | 'start' | 'end'>>;

/** Bookings as they can be read. */
export interface BookingReader {
  find(uid: string): StandInBooking | null;
  /** In the order in which they were made. */
  list(): Iterable<StandInBooking>;
}

/** All bookings. A row is never changed, only replaced, so that whoever holds one holds what was true then. */
export class BookingStore implements BookingReader {
  readonly busy = new BusyCalendar();
  readonly #rows = new Map<string, StandInBooking>();
  readonly #series = new Map<string, string[]>();
  readonly #seats = new Map<string, string>();
  #before = new Map<string, StandInBooking | null>();
  #lastId = 0;

  constructor(rows: readonly StandInBooking[] = []) {
    for (const row of rows) this.put(row);
    this.#before = new Map();
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  find(uid: string): StandInBooking | null {
    return this.#rows.get(uid) ?? null;
  }

  list(): Iterable<StandInBooking> {
    return this.#rows.values();
  }

  series(recurringUid: string): StandInBooking[] {
    return (this.#series.get(recurringUid) ?? []).flatMap((uid) => this.find(uid) ?? []);
  }

  bySeat(seatUid: string): StandInBooking | null {
    return this.find(this.#seats.get(seatUid) ?? '');
  }

  /** Begins one change of the world; what a stale answer shows is the world before it. */
  begin(): void {
    this.#before = new Map();
  }

  put(row: StandInBooking): StandInBooking {
    const known = this.#rows.get(row.uid);
    if (!this.#before.has(row.uid)) this.#before.set(row.uid, known ?? null);
    if (known) this.busy.remove(known);
    else if (row.recurringBookingUid !== null) this.joinSeries(row.recurringBookingUid, row.uid);
    this.#rows.set(row.uid, row);
    this.busy.add(row);
    for (const { seat } of row.attendees) if (seat) this.#seats.set(seat.uid, row.uid);
    this.#lastId = Math.max(this.#lastId, row.id, ...row.attendees.map(({ id }) => id));
    return row;
  }

  change(uid: string, change: BookingChange): StandInBooking {
    const row = this.find(uid);
    if (!row) throw new Error(`There is no booking ${uid}.`);
    return this.put({ ...row, ...change });
  }

  /** As if it had never been made. */
  remove(uid: string): void {
    const row = this.find(uid);
    if (!row) return;
    if (!this.#before.has(uid)) this.#before.set(uid, row);
    this.busy.remove(row);
    this.#rows.delete(uid);
  }

  /** The state before the last change. */
  stale(): BookingReader {
    const before = this.#before;
    const then = (row: StandInBooking) => (before.has(row.uid) ? before.get(row.uid) : row) ?? null;
    return {
      find: (uid) => (before.has(uid) ? (before.get(uid) ?? null) : this.find(uid)),
      list: () => [...this.list()].flatMap((row) => then(row) ?? []),
    };
  }

  private joinSeries(recurringUid: string, uid: string): void {
    this.#series.set(recurringUid, [...(this.#series.get(recurringUid) ?? []), uid]);
  }
}
