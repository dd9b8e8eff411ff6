import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { AppointmentRecorder, type RecordedAppointments } from '../../appointments/appointment-recorder.js';
import type { Appointment } from '../../appointments/appointment.js';
import type { ReadAppointment } from '../../appointments/settle-appointment.js';
import { toAppointmentFacts } from '../../appointments/to-appointment-facts.js';
import type { CalComBooking } from '../../providers/calcom/booking.js';
import { AttemptLinks } from './attempt-links.js';
import { SyncCounts, type SyncOrigin } from './sync-counts.repository.js';

/** A booking as Cal.com has told it. */
export interface ReadBooking {
  accountId: string;
  booking: CalComBooking;
  /** When it was asked for. */
  readAt: Date;
  payment?: { paymentId: string | null } | undefined;
}

/** Of what has only just changed, the webhook may still be under way. */
const webhookTakesMs = 60_000;

/** Brings appointments in step with what was read in Cal.com, and counts what was out of step. */
@Injectable()
export class BookingRecorder {
  constructor(
    private readonly recorder: AppointmentRecorder,
    private readonly links: AttemptLinks,
    private readonly counts: SyncCounts,
  ) {}

  /** @param tx a unit of work of the workspace whose bookings they are. */
  async record(tx: RequestContext, read: readonly ReadBooking[], origin: SyncOrigin): Promise<RecordedAppointments> {
    const links = await this.links.find(
      tx,
      read.map(({ booking }) => booking),
    );
    const told = read.map(({ accountId, booking, readAt, payment }): ReadAppointment => ({
      ...{ provider: 'CAL_COM', accountId, readAt, payment },
      facts: toAppointmentFacts(booking),
      links: links.get(booking.uid),
    }));
    const recorded = await this.recorder.record(tx, told);
    const wrong = origin === 'webhook' ? recorded.changed : recorded.changed.filter((each) => isOverdue(each));
    await this.counts.add(tx, origin, { compared: read.length, repaired: wrong.length });
    return recorded;
  }
}

function isOverdue({ sourceUpdatedAt, createdAt }: Appointment): boolean {
  return Date.now() - (sourceUpdatedAt ?? createdAt).getTime() > webhookTakesMs;
}
