import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { LiveEvents, liveStream, RowFollower, type LiveSignal } from '../../../kernel/events/index.js';
import { appointmentChanged } from '../appointments.events.js';
import type { AppointmentType } from '../graphql/appointment.type.js';
import { AppointmentReader } from '../reading/appointment-reader.js';

/** Appointments while they change, whichever process changes them. */
@Injectable()
export class LiveAppointments {
  constructor(
    private readonly live: LiveEvents,
    private readonly appointments: AppointmentReader,
  ) {}

  /** Every appointment that changes from now on; a state of one is told once, and none is missed for good. */
  changes(ctx: RequestContext): AsyncIterableIterator<{ appointmentUpdated: AppointmentType }, undefined> {
    const follower = new RowFollower<AppointmentType>();
    const read = async (signal: LiveSignal<{ appointmentId: string }>): Promise<AppointmentType[]> => {
      if (signal.resync) {
        const since = follower.resync(signal.reason);
        return since ? this.appointments.changedSince(ctx, since) : [];
      }
      const appointment = await this.appointments.find(ctx, signal.ids.appointmentId);
      return appointment ? [appointment] : [];
    };
    const signals =
      ctx.access === 'admin'
        ? this.live.subscribeAcrossWorkspaces(appointmentChanged)
        : this.live.subscribe(appointmentChanged, ctx.workspaceId);
    return liveStream(signals, async (signal) =>
      follower.news(await read(signal)).map((appointmentUpdated) => ({ appointmentUpdated })),
    );
  }
}
