import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTimeScalar, EmailAddressScalar, PageArgs } from '../../../kernel/graphql/index.js';
import type { AppointmentStatus } from '../appointment.js';
import { AppointmentStatusEnum } from './appointment.enums.js';

@InputType('AppointmentFilter', { description: 'Everything given must hold.' })
export class AppointmentFilterInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Appointments that start then or later.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Appointments that start before.' })
  to?: Date | null;

  @Field(() => AppointmentStatusEnum, { nullable: true })
  status?: AppointmentStatus | null;

  @Field(() => EmailAddressScalar, { nullable: true, description: 'Of any attendee, whatever the case.' })
  attendeeEmail?: string | null;

  @Field(() => ID, { nullable: true, description: 'Booked in this call.' })
  callId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of whoever booked.' })
  contactId?: string | null;

  @Field(() => Int, { nullable: true })
  eventTypeId?: number | null;
}

@ArgsType()
export class AppointmentsArgs extends PageArgs {
  @Field(() => AppointmentFilterInput, { nullable: true })
  filter?: AppointmentFilterInput | null;
}
