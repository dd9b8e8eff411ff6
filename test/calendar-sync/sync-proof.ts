import { seededChance } from '../../src/sandbox/calcom/webhooks/draw.js';
import type { StandInBooking } from '../../src/sandbox/index.js';
import type { StoredEvent } from '../../src/webhooks/index.js';
import type { Appointment } from '../../src/calendar/appointments/appointment.js';
import { CalendarWorld } from './calendar-world.js';
import { RandomLife } from './random-life.js';

export interface ProofPlan {
  seed: string;
  operations: number;
  /** False leaves all reconciliation out, which must show (default true). */
  reconciles?: boolean | undefined;
}

/** What was done and what came of it. */
export interface ProofFigures {
  seed: string;
  operations: number;
  bookings: number;
  webhooks: { sent: number; lost: number; doubled: number; given_up: number };
  /** To the API. */
  requests: number;
  /** Appointments that were wrong before the reconciliation, and after it. */
  wrongBefore: number;
  wrongAfter: number;
  repaired: number;
  done: Readonly<Record<string, number>>;
  /** For whoever has to find out why. */
  examples: readonly string[];
}

const dayMs = 24 * 3_600_000;
/** As often as the relay tries, were it slower. */
const mostTries = 8;
const faultShare = 0.04;

/** A random life of an account with everything going wrong, then one reconciliation. */
export async function proveSync({ seed, operations, reconciles = true }: ProofPlan): Promise<ProofFigures> {
  const draw = seededChance(`proof ${seed}`);
  // It ends now, so that nothing of it is so new that its webhook may be on its way.
  let clock = Date.now() - 21 * dayMs;
  const world = await CalendarWorld.open({ now: () => new Date(clock), updatedAtOnCreate: draw() < 0.5 });
  try {
    const life = new RandomLife(world.standIn, draw, () => clock);
    spoil(world, seed);
    const relay = new ProofRelay(world, draw);
    for (let step = 0; step < operations; step += 1) {
      clock += (20 * dayMs) / operations;
      await life.step();
      if (draw() < 0.3) await relay.work();
      if (draw() < 0.02 && reconciles) await world.poll('delta');
    }
    await world.standIn.webhooks.release();
    world.standIn.webhooks.end();
    await world.standIn.settled();
    await relay.workOff();
    const wrongBefore = differences(await world.appointments(), world.standIn.bookings.list()).length;
    world.standIn.faults.clear();
    if (reconciles) await world.poll('night');
    const wrong = differences(await world.appointments(), world.standIn.bookings.list());
    const [counts] = await world.query<{ repaired: number }>(
      `SELECT coalesce(sum(repaired), 0)::int AS repaired FROM calendar_sync_counts WHERE origin <> 'webhook'`,
    );
    const { deliveries } = world.standIn;
    return {
      ...{
        seed,
        operations,
        requests: world.standIn.received.length,
        wrongBefore,
        wrongAfter: wrong.length,
        done: life.done,
      },
      bookings: world.standIn.bookings.list().length,
      webhooks: {
        sent: deliveries.length,
        lost: deliveries.filter(({ copies }) => copies === 0).length,
        doubled: deliveries.filter(({ copies }) => copies === 2).length,
        given_up: relay.givenUp,
      },
      repaired: counts?.repaired ?? 0,
      examples: wrong.slice(0, 5),
    };
  } finally {
    await world.close();
  }
}

function spoil({ standIn }: CalendarWorld, seed: string): void {
  standIn.webhooks.lose(0.1, seed);
  standIn.webhooks.double(0.1, seed);
  standIn.webhooks.shuffle(7, seed);
  const chance = (name: string) => ({ draw: seededChance(`${name} ${seed}`) });
  standIn.faults.sometimes(faultShare, { kind: 'status', status: 502 }, chance('502'));
  standIn.faults.sometimes(faultShare, { kind: 'status', status: 429 }, chance('429'));
  standIn.faults.sometimes(faultShare, { kind: 'stale' }, chance('stale'));
  standIn.faults.sometimes(faultShare, { kind: 'malformed' }, chance('malformed'));
  standIn.faults.sometimes(faultShare, { kind: 'cut', when: 'before' }, chance('cut'));
}

/** Hands out what has come in as the relay does, in claims of all sizes, and again what has failed. */
class ProofRelay {
  givenUp = 0;
  readonly #tries = new Map<string, number>();

  constructor(
    private readonly world: CalendarWorld,
    private readonly draw: () => number,
  ) {}

  async work(): Promise<void> {
    const { inbox } = this.world;
    const order = inbox.splice(0).map((event) => ({ event, rank: this.draw() }));
    order.sort((one, other) => one.rank - other.rank);
    inbox.push(...order.map(({ event }) => event));
    const claim = inbox.splice(0, 1 + Math.floor(this.draw() * 12));
    if (claim.length > 0) await this.attempt(claim);
    const look = this.world.looks.shift();
    if (look) await this.world.secondLook.at(this.world.ctx, look.appointmentId, look.look).catch(() => undefined);
  }

  async workOff(): Promise<void> {
    while (this.world.inbox.length > 0) await this.work();
    while (this.world.looks.length > 0) await this.work();
  }

  private async attempt(claim: StoredEvent[]): Promise<void> {
    try {
      await this.world.work(claim);
    } catch (error) {
      if (claim.length > 1) {
        const middle = claim.length >> 1;
        await this.attempt(claim.slice(0, middle));
        await this.attempt(claim.slice(middle));
      } else for (const event of claim) this.again(event, error);
    }
  }

  private again(event: StoredEvent, error: unknown): void {
    const tries = (this.#tries.get(event.id) ?? 0) + 1;
    this.#tries.set(event.id, tries);
    if (!(error instanceof Error) || error.name !== 'BookingNotRead') throw error;
    if (tries >= mostTries) this.givenUp += 1;
    else this.world.inbox.push(event);
  }
}

const statuses: Readonly<Record<string, string>> = {
  accepted: 'ACCEPTED',
  pending: 'PENDING',
  cancelled: 'CANCELLED',
  rejected: 'REJECTED',
};

/** Bookings whose appointments say otherwise, or are not there; appointments of no booking. */
function differences(appointments: readonly Appointment[], bookings: readonly StandInBooking[]): string[] {
  const ours = new Map(appointments.map((each) => [each.calUid, JSON.stringify(viewOfAppointment(each))]));
  const theirs = new Map(bookings.map((each) => [each.uid, JSON.stringify(viewOfBooking(each))]));
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((uid) =>
    ours.get(uid) === theirs.get(uid)
      ? []
      : [`${uid}: ${ours.get(uid) ?? 'missing'} instead of ${theirs.get(uid) ?? 'none'}`],
  );
}

function viewOfAppointment(appointment: Appointment) {
  const { status, start, end, rescheduledFromUid, rescheduledToUid, seriesUid, noShow, seated, attendees } =
    appointment;
  return {
    ...{ status, start: start.toISOString(), end: end.toISOString() },
    ...{ rescheduledFromUid, rescheduledToUid, seriesUid, noShow, seated },
    location: appointment.location,
    isGone: appointment.deletedAt !== null,
    attendees: attendees.map(({ name, email, phoneNumber, absent, seatUid }) => [
      ...[name, email ?? phoneNumber, absent, seatUid],
    ]),
  };
}

function viewOfBooking(booking: StandInBooking) {
  const { start, end, rescheduledFromUid, rescheduledToUid, recurringBookingUid: seriesUid, attendees } = booking;
  return {
    ...{ status: statuses[booking.status], start, end, rescheduledFromUid, rescheduledToUid, seriesUid },
    noShow: attendees.some(({ absent }) => absent),
    seated: attendees.some(({ seat }) => seat !== null),
    location: (booking.videoCallUrl ?? booking.location) || null,
    isGone: false,
    attendees: attendees.map(({ name, email, phoneNumber, absent, seat }) => [
      ...[name, phoneNumber ?? email, absent, seat?.uid ?? null],
    ]),
  };
}
