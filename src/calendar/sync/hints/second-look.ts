import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { CalendarAccounts } from '../../accounts/calendar-accounts.service.js';
import { AppointmentRecorder } from '../../appointments/appointment-recorder.js';
import { findAppointment } from '../../appointments/appointment-rows.js';
import { BookingNotRead } from '../../providers/calcom/webhook/calcom-webhook.errors.js';
import { BookingRecorder } from '../recording/booking-recorder.js';
import { LookAgain } from './look-again.js';
import { readBookings } from './read-bookings.js';

const timeMs = 10_000;

/** Looks at an appointment that Cal.com was behind with, until something new stands there. */
@Injectable()
export class SecondLook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: CalendarAccounts,
    private readonly bookings: BookingRecorder,
    private readonly appointments: AppointmentRecorder,
    private readonly lookAgain: LookAgain,
  ) {}

  /** @param look How many there were before. @throws BookingNotRead */
  async at(ctx: RequestContext, appointmentId: string, look: number): Promise<void> {
    const appointment = await this.unitOfWork.run(ctx, (tx) => findAppointment(tx, appointmentId));
    const account = appointment?.accountId ? await this.accounts.of(ctx, appointment.accountId) : null;
    if (!appointment || !account) return;
    const readings = [...(await readBookings([{ uid: appointment.calUid, account }], performance.now() + timeMs))];
    const changed = await this.unitOfWork.run(ctx, async (tx) => {
      const read = readings.flatMap(([, reading]) => (reading.kind === 'read' ? [reading] : []));
      const recorded = await this.bookings.record(tx, read, 'webhook');
      for (const [uid, reading] of readings) {
        if (reading.kind === 'missing') await this.appointments.miss(tx, [uid], reading.readAt);
      }
      return recorded.changed.length;
    });
    for (const [, reading] of readings) if (reading.kind === 'failed') throw new BookingNotRead(reading.error);
    if (changed === 0) await this.lookAgain.at(ctx, [appointmentId], look + 1);
  }
}
