import { Resolver, Subscription } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../../kernel/auth/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { AppointmentType } from '../graphql/appointment.type.js';
import { LiveAppointments } from './live-appointments.js';

@Resolver()
export class AppointmentsLiveResolver {
  constructor(private readonly live: LiveAppointments) {}

  @Subscription(() => AppointmentType, {
    description: 'An appointment whenever something in its row has changed, whoever changed it and wherever.',
  })
  @RequirePermission('calendar:read')
  appointmentUpdated(@Ctx() ctx: RequestContext): AsyncIterable<{ appointmentUpdated: AppointmentType }> {
    return this.live.changes(ctx);
  }
}
