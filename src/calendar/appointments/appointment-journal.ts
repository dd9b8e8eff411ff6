import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditFact } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { BookingDesk, type Reached } from '../bookings/booking-desk.js';
import { AppointmentNotFound } from '../calendar.errors.js';
import { AppointmentLists } from './appointment-lists.js';
import { AppointmentRecorder } from './appointment-recorder.js';
import { toAppointmentId } from './appointment-id.js';
import type { AppointmentLinks } from './appointment.js';
import type { AppointmentType } from './graphql/appointment.type.js';

/** What was done, for the audit: names and ids only, since it is never erased. */
export type AppointmentDeed = Pick<AuditFact, 'action' | 'details'>;

/** Writes down what people have done with appointments: the row and the audit's entry in one unit of work. */
@Injectable()
export class AppointmentJournal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: BookingDesk,
    private readonly recorder: AppointmentRecorder,
    private readonly audit: AuditTrail,
    private readonly lists: AppointmentLists,
  ) {}

  /** What was found done already is nothing new to the audit. @throws AppointmentNotFound */
  async record(
    ctx: RequestContext,
    reached: Reached,
    { links, ...deed }: AppointmentDeed & { links?: Partial<AppointmentLinks> },
  ): Promise<AppointmentType> {
    // Read before the commit: what whoever comes next makes of it is not the answer to this.
    return this.unitOfWork.run(ctx, async (tx) => {
      const appointment = await this.desk.record(tx, reached, links);
      if (reached.bookings.length > 0) await this.note(tx, appointment.id, deed);
      return this.lists.get(tx, appointment.id);
    });
  }

  /** @throws AppointmentNotFound */
  async setNotes(ctx: RequestContext, calUid: string, notes: string | null): Promise<AppointmentType> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const appointment = await this.recorder.note(tx, calUid, notes);
      if (!appointment) throw new AppointmentNotFound();
      await this.note(tx, appointment.id, { action: 'appointment.updated', details: { fields: ['notes'] } });
      return this.lists.get(tx, appointment.id);
    });
  }

  private note(tx: RequestContext, id: string, deed: AppointmentDeed): Promise<void> {
    return this.audit.record(tx, { ...deed, targetId: toAppointmentId(id) });
  }
}
