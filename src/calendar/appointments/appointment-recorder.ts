import { Injectable } from '@nestjs/common';
import { ContactDirectory, type SeenIdentity } from '../../contacts/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { afterCommit } from '../../kernel/database/index.js';
import { LiveEvents, liveEvent } from '../../kernel/events/index.js';
import { BookingAttempts } from '../bookings/booking-attempts.repository.js';
import { AppointmentBook } from './appointment-book.js';
import { isOpen, type Appointment } from './appointment.js';
import { lockAppointments, seeAppointments, storeAppointments, storeOneChain } from './appointment-rows.js';
import { appointmentChanged } from './appointments.events.js';
import { settleAppointment, type ToldAppointment } from './settle-appointment.js';

/** What a recording came to. */
export interface RecordedAppointments {
  /** By the calendar's id, changed or not; an erased one is missing. */
  byUid: ReadonlyMap<string, Appointment>;
  /** Those whose rows were written. */
  changed: readonly Appointment[];
}

/**
 * The one way by which anything becomes part of an appointment's row: what is booked here, webhooks, readings. It takes a
 * handful of statements whatever the number, inside the caller's unit of work.
 */
@Injectable()
export class AppointmentRecorder {
  constructor(
    private readonly contacts: ContactDirectory,
    private readonly attempts: BookingAttempts,
    private readonly live: LiveEvents,
  ) {}

  async record(ctx: RequestContext, told: readonly ToldAppointment[]): Promise<RecordedAppointments> {
    if (told.length === 0) return { byUid: new Map(), changed: [] };
    const book = new AppointmentBook(await lockAppointments(ctx, uidsOf(told)));
    for (const each of told) book.put(settleAppointment(ctx.workspaceId, book.find(factsOf(each).calUid), each));
    book.closeMoved();
    book.settleChains();
    await this.findContacts(ctx, book.written());
    const changed = await this.store(ctx, book);
    await seeAppointments(ctx, book.seen());
    for (const [chainId, others] of book.joinedChains()) await storeOneChain(ctx, chainId, others);
    return { byUid: book.all(), changed };
  }

  /**
   * The calendar, asked at a time, did not know them. Twice so, a minute apart or more, and they are gone: once can be a
   * reading that came too early.
   */
  async miss(ctx: RequestContext, calUids: readonly string[], askedAt: Date): Promise<readonly Appointment[]> {
    if (calUids.length === 0) return [];
    const book = new AppointmentBook(await lockAppointments(ctx, calUids));
    for (const uid of calUids) book.put(missed(book.find(uid), askedAt));
    return this.store(ctx, book);
  }

  /** Replaces what is noted with an appointment here; null where there is none. The calendar does not know of notes. */
  async note(ctx: RequestContext, calUid: string, notes: string | null): Promise<Appointment | null> {
    const book = new AppointmentBook(await lockAppointments(ctx, [calUid]));
    const known = book.find(calUid);
    if (known?.deletedAt !== null) return null;
    book.put({ ...known, notes });
    await this.store(ctx, book);
    return book.find(calUid) ?? null;
  }

  private async store(ctx: RequestContext, book: AppointmentBook): Promise<readonly Appointment[]> {
    const changed = book.written();
    await storeAppointments(ctx, changed);
    await this.attempts.release(
      ctx,
      changed.filter((each) => !isOpen(each)).map(({ calUid }) => calUid),
    );
    this.announce(ctx, changed);
    return changed;
  }

  /** Who booked is a contact: known by number first, else by address. */
  private async findContacts(ctx: RequestContext, appointments: readonly Appointment[]): Promise<void> {
    const sought = appointments.flatMap((appointment) => {
      const identity = appointment.contactId === null && !appointment.seated ? bookerOf(appointment) : undefined;
      return identity ? [{ appointment, identity }] : [];
    });
    const ids = await this.contacts.findOrCreateByIdentities(
      ctx,
      sought.map(({ identity }) => identity),
    );
    for (const [index, { appointment }] of sought.entries()) appointment.contactId = ids[index] ?? null;
  }

  private announce(ctx: RequestContext, changed: readonly Appointment[]): void {
    if (changed.length === 0) return;
    const news = changed.map(({ id: appointmentId }) =>
      liveEvent(appointmentChanged, ctx.workspaceId, { appointmentId }),
    );
    // It never fails, and nobody has to wait for it.
    afterCommit(ctx, () => void this.live.publish(news));
  }
}

const goneAfterMs = 60_000;

function missed(known: Appointment | undefined, askedAt: Date): Appointment | null {
  if (known?.deletedAt !== null || known.accountId === null) return null;
  if (known.lastSeenAt !== null && known.lastSeenAt >= askedAt) return null;
  if (known.missedAt === null) return { ...known, missedAt: askedAt };
  const isGone = askedAt.getTime() - known.missedAt.getTime() >= goneAfterMs;
  return isGone ? { ...known, deletedAt: askedAt } : null;
}

function factsOf(told: ToldAppointment) {
  return 'facts' in told ? told.facts : told.announced;
}

function uidsOf(told: readonly ToldAppointment[]): string[] {
  const uids = told.map(factsOf).flatMap((facts) => [facts.calUid, facts.rescheduledFromUid, facts.rescheduledToUid]);
  return [...new Set(uids.filter((uid) => typeof uid === 'string'))];
}

function bookerOf({ attendees: [booker] }: Appointment): SeenIdentity | undefined {
  if (booker?.phoneNumber) return { kind: 'phone', value: booker.phoneNumber, name: booker.name };
  return booker?.email ? { kind: 'email', value: booker.email, name: booker.name } : undefined;
}
