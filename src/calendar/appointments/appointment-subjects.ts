import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';
import { CalendarAccounts } from '../accounts/calendar-accounts.service.js';
import { AppointmentClosed, AppointmentNotFound } from '../calendar.errors.js';
import { AlreadyRescheduled } from '../providers/calcom/calcom.errors.js';
import { findAppointment, findAppointments } from './appointment-rows.js';
import type { Appointment } from './appointment.js';

/** An appointment that something is to be done with, and the account in which it has to be done. */
export interface AppointmentSubject {
  appointment: Appointment;
  account: CalendarAccount;
}

/** Finds what people want to change, and says why it cannot be changed from here. */
@Injectable()
export class AppointmentSubjects {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: CalendarAccounts,
  ) {}

  /** @throws AppointmentNotFound, AppointmentClosed: it is kept elsewhere. */
  async require(ctx: RequestContext, id: string): Promise<AppointmentSubject> {
    const appointment = await this.unitOfWork.run(ctx, (tx) => findAppointment(tx, id));
    if (!appointment) throw new AppointmentNotFound(id);
    if (appointment.provider !== 'CAL_COM') throw new AppointmentClosed('elsewhere');
    if (appointment.accountId === null) throw new AppointmentClosed('erased');
    const account = await this.accounts.of(ctx, appointment.accountId);
    if (!account) throw new AppointmentClosed('disconnected');
    return { appointment, account };
  }

  /** Where an appointment was moved to; null where it was not, or nobody knows it. */
  async movedTo(ctx: RequestContext, { rescheduledToUid }: Appointment): Promise<Appointment | null> {
    if (rescheduledToUid === null) return null;
    const [next = null] = await this.unitOfWork.run(ctx, (tx) => findAppointments(tx, [rescheduledToUid]));
    return next;
  }
}

/** @throws AlreadyRescheduled, AppointmentClosed unless somebody can still come to it. */
export function assertOpen({ status, rescheduledToUid }: Appointment): void {
  if (status === 'PENDING' || status === 'ACCEPTED') return;
  if (rescheduledToUid !== null) throw new AlreadyRescheduled(null);
  throw new AppointmentClosed('not_open');
}
