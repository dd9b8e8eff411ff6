import { Refusal } from '../../src/sandbox/calcom/refusal.js';
import type { CalComStandIn, StandInBooking } from '../../src/sandbox/index.js';
import { confirmed, paid, plain, recurring, seated, video } from './practice.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** The life of an account, by chance that repeats with its draws: people book, move, cancel, and do not come. */
export class RandomLife {
  /** How often each thing was done. */
  readonly done: Record<string, number> = {};
  #people = 0;

  constructor(
    private readonly standIn: CalComStandIn,
    private readonly draw: () => number,
    private readonly now: () => number,
  ) {}

  /** One thing that Cal.com allows. */
  async step(): Promise<void> {
    for (;;) {
      const [name, act] = this.pick(Object.entries(this.acts));
      try {
        if (!(await act())) continue;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        continue;
      }
      this.done[name] = (this.done[name] ?? 0) + 1;
      return;
    }
  }

  private readonly acts: Readonly<Record<string, () => Promise<unknown>>> = {
    book: () => this.book(this.pick([plain, confirmed, video, paid])),
    'book again': () => this.book(this.pick([plain, confirmed])),
    'take a seat': () => this.takeSeat(),
    'book a series': () => this.book(recurring),
    move: () => this.with(alive, ({ uid }) => this.standIn.people.reschedule(uid, this.time(), this.by())),
    'move a seat': () =>
      this.with(hasSeats, ({ uid, attendees }) =>
        this.standIn.people.reschedule(uid, this.seatTime(), { seatUid: this.pick(attendees).seat?.uid }),
      ),
    cancel: () => this.with(alive, ({ uid }) => this.standIn.people.cancel(uid, { reason: 'Empêché' })),
    'cancel a seat': () =>
      this.with(hasSeats, ({ uid, attendees }) => {
        const seat = this.pick(attendees).seat?.uid ?? '';
        return this.standIn.people.cancelSeat(uid, seat, { reason: 'Empêché' });
      }),
    'cancel a series': () =>
      this.with(occurs, ({ recurringBookingUid }) =>
        this.standIn.people.cancel(recurringBookingUid ?? '', { reason: 'Fini' }),
      ),
    'cancel the rest of a series': () =>
      this.with(occurs, ({ uid }) => this.standIn.people.cancel(uid, { reason: 'Fini', subsequent: true })),
    'ask for another time': () => this.with(isPlain, ({ uid }) => this.standIn.people.askToReschedule(uid, 'Imprévu')),
    confirm: () => this.with(waits, ({ uid }) => this.standIn.people.confirm(uid)),
    reject: () => this.with(waits, ({ uid }) => this.standIn.people.reject(uid, 'Complet')),
    pay: () => this.with(isUnpaid, ({ uid }) => this.standIn.people.markPaid(uid)),
    'mark as absent': () =>
      this.with(
        (each) => alive(each) && Date.parse(each.start) <= this.now(),
        ({ uid, attendees }) => {
          const [email, absent] = [this.pick(attendees).email, this.draw() < 0.8];
          return this.standIn.people.markNoShow(uid, { attendees: [{ email, absent }] });
        },
      ),
    'end a meeting': () => this.with(alive, ({ uid }) => this.standIn.people.endMeeting(uid).then(() => true)),
  };

  private book(eventTypeId: number): Promise<unknown> {
    this.#people += 1;
    const [name, number] = [`Client ${this.#people}`, 33_199_000_000 + this.#people];
    const who = this.draw() < 0.5 ? { email: `client-${this.#people}@example.fr` } : { phoneNumber: `+${number}` };
    return this.standIn.people.book({ eventTypeId, start: this.time(), name, ...who });
  }

  private takeSeat(): Promise<unknown> {
    this.#people += 1;
    const [name, email] = [`Client ${this.#people}`, `client-${this.#people}@example.fr`];
    return this.standIn.people.book({ eventTypeId: seated, start: this.seatTime(), name, email });
  }

  private with<T>(
    wanted: (booking: StandInBooking) => boolean,
    act: (booking: StandInBooking) => Promise<T>,
  ): Promise<T | null> {
    const meant = this.standIn.bookings.list().filter(wanted);
    return meant.length === 0 ? Promise.resolve(null) : act(this.pick(meant));
  }

  private by(): { by?: string } {
    return this.draw() < 0.5 ? {} : { by: 'someone@example.fr' };
  }

  /** Within the next eight days, to the half hour. */
  private time(): Date {
    const first = Math.ceil(this.now() / (30 * minuteMs)) * 30 * minuteMs;
    return new Date(first + Math.floor(this.draw() * 8 * 48) * 30 * minuteMs);
  }

  /** Few times, so that people meet. */
  private seatTime(): Date {
    const tomorrow = Math.ceil(this.now() / dayMs) * dayMs + 9 * 60 * minuteMs;
    return new Date(tomorrow + Math.floor(this.draw() * 4) * 60 * minuteMs);
  }

  private pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.draw() * items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }
}

function alive({ status }: StandInBooking): boolean {
  return status === 'accepted' || status === 'pending';
}

function hasSeats(booking: StandInBooking): boolean {
  return alive(booking) && booking.attendees.some(({ seat }) => seat !== null);
}

function occurs(booking: StandInBooking): boolean {
  return alive(booking) && booking.recurringBookingUid !== null;
}

function isPlain(booking: StandInBooking): boolean {
  return alive(booking) && booking.eventTypeId === plain;
}

function waits({ status }: StandInBooking): boolean {
  return status === 'pending';
}

function isUnpaid(booking: StandInBooking): boolean {
  return alive(booking) && booking.eventTypeId === paid && !booking.paid;
}
