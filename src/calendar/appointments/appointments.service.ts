import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../accounts/index.js';
import { assertWorkspaceEntered } from '../../kernel/auth/index.js';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { inLocale, parseInput, toLocale } from '../../kernel/errors/index.js';
import { CalendarAccounts } from '../accounts/calendar-accounts.service.js';
import { BookingDesk, type Taken } from '../bookings/booking-desk.js';
import type { SlotOrder } from '../bookings/slot-order.js';
import { BookerUnreachable, StartInPast } from '../calendar.errors.js';
import { EventTypes } from '../event-types/event-types.service.js';
import { SlotUnavailable } from '../providers/calcom/calcom.errors.js';
import type { Appointment } from './appointment.js';
import { AppointmentJournal } from './appointment-journal.js';
import { toAppointmentId } from './appointment-id.js';
import { AppointmentLists } from './appointment-lists.js';
import { AppointmentSubjects, assertOpen, type AppointmentSubject } from './appointment-subjects.js';
import { bookingInput, moveInput, type BookingWish } from './booking-input.js';
import { checkAnswers } from './check-answers.js';
import type { BookingResult, SlotTakenType } from './graphql/booking-results.type.js';

/** As long as somebody looks at a form that does not answer. */
const patienceMs = 15_000;

/** What people book, and to what time they move it, in place of whoever comes. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly workspaces: AccountsFacade,
    private readonly accounts: CalendarAccounts,
    private readonly eventTypes: EventTypes,
    private readonly desk: BookingDesk,
    private readonly subjects: AppointmentSubjects,
    private readonly journal: AppointmentJournal,
    private readonly lists: AppointmentLists,
  ) {}

  /**
   * Books a slot, once for each `idempotencyKey`.
   *
   * @throws InvalidInput, BookerUnreachable, StartInPast, FieldMissing, AnswerRefused, EventTypeNotFound,
   * CalendarNotConnected, and the refusals of Cal.com but for a time that is not free.
   */
  async book(ctx: RequestContext, input: unknown): Promise<BookingResult> {
    assertWorkspaceEntered(ctx);
    const wish = parseInput(bookingInput, input);
    if (!wish.attendeeEmail && !wish.attendeePhoneNumber) throw new BookerUnreachable();
    assertToCome(wish.start, 'input.start');
    const account = await this.accounts.require(ctx);
    const eventType = await this.eventTypes.require(account, wish.eventTypeId);
    checkAnswers(eventType, wish);
    const { timeZone, locale } = await this.workspaces.findWorkspace(ctx);
    const order = orderOf(wish, { timeZone, locale });
    const made = await this.desk.book(ctx, account, {
      order,
      wanted: { eventType, start: wish.start, timeZone: order.booker.timeZone, now: new Date() },
      wait: { deadline: performance.now() + patienceMs },
    });
    if (made.kind === 'taken') return toSlotTaken(ctx, made);
    return this.journal.record(ctx, made, { action: 'appointment.booked', links: notesOf(wish.notes) });
  }

  /**
   * Moves an appointment, which Cal.com makes a new one of. Asked again, it gives the same new one.
   *
   * @throws InvalidInput, StartInPast, AppointmentNotFound, AppointmentClosed, AlreadyRescheduled, and the refusals of
   * Cal.com but for a time that is not free.
   */
  async reschedule(ctx: RequestContext, id: string, input: unknown): Promise<BookingResult> {
    assertWorkspaceEntered(ctx);
    const { start, reason, notes } = parseInput(moveInput, input);
    const subject = await this.subjects.require(ctx, id);
    const there = await this.alreadyAt(ctx, subject, start);
    if (there) return notes ? this.journal.setNotes(ctx, there.calUid, notes) : this.lists.get(ctx, there.id);
    assertOpen(subject.appointment);
    assertToCome(start, 'start');
    const { appointment, account } = subject;
    const made = await this.desk.change(ctx, account, {
      change: { kind: 'move', appointment, start, reason: reason ?? undefined },
      wanted: await this.wantedOf(ctx, subject, start),
    });
    if (made.kind === 'taken') return toSlotTaken(ctx, made);
    const details = { from: toAppointmentId(appointment.id) };
    return this.journal.record(ctx, made, { action: 'appointment.rescheduled', details, links: notesOf(notes) });
  }

  /** The one that stands at the wanted time: this one, or what it was moved to before. */
  private async alreadyAt(
    ctx: RequestContext,
    { appointment }: AppointmentSubject,
    start: Date,
  ): Promise<Appointment | null> {
    const present = (await this.subjects.movedTo(ctx, appointment)) ?? appointment;
    const isThere = present.start.getTime() === start.getTime() && present.deletedAt === null;
    return isThere && (present.status === 'PENDING' || present.status === 'ACCEPTED') ? present : null;
  }

  /** By which other times are looked for; undefined where the event type is gone. */
  private async wantedOf(ctx: RequestContext, { appointment, account }: AppointmentSubject, start: Date) {
    const eventType = (await this.eventTypes.list(account)).find(({ id }) => id === appointment.eventTypeId);
    if (!eventType) return undefined;
    const { timeZone } = await this.workspaces.findWorkspace(ctx);
    return { eventType, start, timeZone, now: new Date() };
  }
}

/** @throws StartInPast */
function assertToCome(start: Date, path: string): void {
  if (start.getTime() <= Date.now()) throw new StartInPast(path);
}

function orderOf(wish: BookingWish, workspace: { timeZone: string; locale: string }): SlotOrder {
  const { eventTypeId, start, attendeeName: name, attendeeEmail, attendeePhoneNumber, responses } = wish;
  return {
    eventTypeId,
    start,
    booker: {
      name,
      timeZone: wish.timeZone ?? workspace.timeZone,
      email: attendeeEmail ?? undefined,
      phoneNumber: attendeePhoneNumber ?? undefined,
      language: toLocale(workspace.locale),
    },
    responses: responses ?? {},
    origin: { kind: 'client', key: wish.idempotencyKey ?? uuidv7() },
  };
}

function notesOf(notes: string | null | undefined): { notes?: string } {
  return notes ? { notes } : {};
}

function toSlotTaken({ locale }: RequestContext, { why, alternatives }: Taken): SlotTakenType {
  const { safeMessage } = new SlotUnavailable(why);
  return {
    message: inLocale(safeMessage, locale),
    alternatives: alternatives.map(({ start, end }) => ({ start, end })),
  };
}
