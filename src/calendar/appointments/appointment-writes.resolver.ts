import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { AppointmentDecisions } from './appointment-decisions.service.js';
import { fromAppointmentId } from './appointment-id.js';
import { AppointmentsService } from './appointments.service.js';
import { AppointmentType } from './graphql/appointment.type.js';
import { BookAppointmentInput } from './graphql/book-appointment.input.js';
import {
  BookAppointmentResult,
  RescheduleAppointmentResult,
  type BookingResult,
} from './graphql/booking-results.type.js';
import { RescheduleArgs } from './graphql/reschedule.args.js';

@Resolver()
export class AppointmentWritesResolver {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly decisions: AppointmentDecisions,
  ) {}

  @Mutation(() => BookAppointmentResult, {
    description: 'Books in the calendar. A time that is not free is answered with others, and not with an error.',
  })
  @RequirePermission('calendar:write')
  bookAppointment(@Ctx() ctx: RequestContext, @Args('input') input: BookAppointmentInput): Promise<BookingResult> {
    return this.appointments.book(ctx, input);
  }

  @Mutation(() => RescheduleAppointmentResult, {
    description:
      'Moves an appointment, which gives it another id: `rescheduledFrom` of the new one is the old one, cancelled.',
  })
  @RequirePermission('calendar:write')
  rescheduleAppointment(@Ctx() ctx: RequestContext, @Args() { id, ...input }: RescheduleArgs): Promise<BookingResult> {
    return this.appointments.reschedule(ctx, fromAppointmentId(id), input);
  }

  @Mutation(() => AppointmentType, {
    description: 'Changes the notes, which stand here only; null empties them. rescheduleAppointment changes the time.',
  })
  @RequirePermission('calendar:write')
  updateAppointment(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('notes', { type: () => String, nullable: true }) notes: string | null | undefined,
  ): Promise<AppointmentType> {
    return this.decisions.update(ctx, fromAppointmentId(id), { notes });
  }

  @Mutation(() => AppointmentType, { description: 'Accepts one that is PENDING.' })
  @RequirePermission('calendar:write')
  confirmAppointment(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<AppointmentType> {
    return this.decisions.confirm(ctx, fromAppointmentId(id));
  }

  @Mutation(() => AppointmentType, { description: 'Refuses one that is PENDING.' })
  @RequirePermission('calendar:write')
  declineAppointment(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null | undefined,
  ): Promise<AppointmentType> {
    return this.decisions.decline(ctx, fromAppointmentId(id), reason);
  }

  @Mutation(() => AppointmentType, {
    description: 'Cancels in the calendar, which tells whoever comes. One that is cancelled already stays as it is.',
  })
  @RequirePermission('calendar:write')
  cancelAppointment(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null | undefined,
  ): Promise<AppointmentType> {
    return this.decisions.cancel(ctx, fromAppointmentId(id), reason);
  }
}
