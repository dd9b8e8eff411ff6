import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../accounts/index.js';
import { assertWorkspaceEntered } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { inLocale, parseInput, toLocale } from '../../kernel/errors/index.js';
import { BookingDesk } from '../bookings/booking-desk.js';
import type { BookingChange } from '../bookings/change-booking.js';
import { AppointmentClosed, AppointmentNotFound } from '../calendar.errors.js';
import { AppointmentJournal } from './appointment-journal.js';
import { AppointmentLists } from './appointment-lists.js';
import { findAppointment } from './appointment-rows.js';
import { AppointmentSubjects, assertOpen, type AppointmentSubject } from './appointment-subjects.js';
import { notesField, reasonField } from './booking-input.js';
import type { AppointmentType } from './graphql/appointment.type.js';

/** Cal.com does not cancel without one. */
const noReasonGiven = { en: 'Cancelled by the organizer.', fr: 'Annulé par l’organisateur.' };

/** What people decide about appointments that are there. */
@Injectable()
export class AppointmentDecisions {
  constructor(
    private readonly workspaces: AccountsFacade,
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: BookingDesk,
    private readonly subjects: AppointmentSubjects,
    private readonly journal: AppointmentJournal,
    private readonly lists: AppointmentLists,
  ) {}

  /**
   * One that is cancelled already is left as it is.
   *
   * @throws AppointmentNotFound, AppointmentClosed, AlreadyRescheduled, and the refusals of Cal.com.
   */
  async cancel(ctx: RequestContext, id: string, reason: string | null | undefined): Promise<AppointmentType> {
    assertWorkspaceEntered(ctx);
    const given = parseInput(reasonField.nullish(), reason, 'reason');
    const subject = await this.subjects.require(ctx, id);
    const { appointment } = subject;
    if (appointment.status === 'CANCELLED' && appointment.rescheduledToUid === null) return this.lists.get(ctx, id);
    assertOpen(appointment);
    const { locale } = await this.workspaces.findWorkspace(ctx);
    const change = { kind: 'cancel', appointment, reason: given || inLocale(noReasonGiven, toLocale(locale)) } as const;
    return this.decide(ctx, subject, { change, action: 'appointment.cancelled' });
  }

  /** @throws AppointmentNotFound, AppointmentClosed unless it waits for confirmation, and the refusals of Cal.com. */
  async confirm(ctx: RequestContext, id: string): Promise<AppointmentType> {
    const subject = await this.requirePending(ctx, id);
    const change = { kind: 'confirm', appointment: subject.appointment } as const;
    return this.decide(ctx, subject, { change, action: 'appointment.confirmed' });
  }

  /** @throws AppointmentNotFound, AppointmentClosed unless it waits for confirmation, and the refusals of Cal.com. */
  async decline(ctx: RequestContext, id: string, reason: string | null | undefined): Promise<AppointmentType> {
    const given = parseInput(reasonField.nullish(), reason, 'reason') || undefined;
    const subject = await this.requirePending(ctx, id);
    const change = { kind: 'decline', appointment: subject.appointment, reason: given } as const;
    return this.decide(ctx, subject, { change, action: 'appointment.declined' });
  }

  /** Notes stand here only, so that those of any calendar's appointment can be changed. @throws AppointmentNotFound */
  async update(
    ctx: RequestContext,
    id: string,
    changes: { notes?: string | null | undefined },
  ): Promise<AppointmentType> {
    assertWorkspaceEntered(ctx);
    const notes = parseInput(notesField.nullish(), changes.notes, 'notes');
    const appointment = await this.unitOfWork.run(ctx, (tx) => findAppointment(tx, id));
    if (!appointment) throw new AppointmentNotFound(id);
    if (notes === undefined) return this.lists.get(ctx, id);
    if (appointment.accountId === null) throw new AppointmentClosed('erased');
    return this.journal.setNotes(ctx, appointment.calUid, notes || null);
  }

  private async requirePending(ctx: RequestContext, id: string): Promise<AppointmentSubject> {
    assertWorkspaceEntered(ctx);
    const subject = await this.subjects.require(ctx, id);
    assertOpen(subject.appointment);
    if (subject.appointment.status !== 'PENDING') throw new AppointmentClosed('not_pending');
    return subject;
  }

  private async decide(
    ctx: RequestContext,
    { account }: AppointmentSubject,
    { change, action }: { change: BookingChange; action: string },
  ): Promise<AppointmentType> {
    const made = await this.desk.change(ctx, account, { change });
    if (made.kind === 'taken') throw new Error('Only a move can meet a time that is taken.');
    return this.journal.record(ctx, made, { action });
  }
}
