import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  Connection,
  DateTimeScalar,
  EmailAddressScalar,
  JsonScalar,
  NodeType,
  PhoneNumberScalar,
} from '../../../kernel/graphql/index.js';
import type { AppointmentStatus, CalendarProvider } from '../appointment.js';
import { AppointmentStatusEnum, CalendarProviderEnum } from './appointment.enums.js';

@ObjectType('Attendee', { description: 'Somebody who comes to an appointment; the first one booked it.' })
export class AttendeeType {
  @Field(() => String)
  name!: string;

  @Field(() => EmailAddressScalar, { nullable: true, description: 'Null for who gave a telephone number only.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'IANA, such as Europe/Paris.' })
  timeZone!: string | null;

  @Field(() => PhoneNumberScalar, { nullable: true })
  phoneNumber!: string | null;

  @Field(() => Boolean, { description: 'Whether they did not come.' })
  absent!: boolean;
}

/** A row as it is read, without any mapping; what is no column has a resolver. */
@ObjectType('Appointment', {
  implements: () => NodeType,
  description: 'An appointment as its calendar has it, and what this server knows besides.',
})
export class AppointmentType implements NodeType {
  @Field(() => ID)
  id!: string;

  @Field(() => CalendarProviderEnum)
  provider!: CalendarProvider;

  @Field(() => String, {
    description: 'The calendar’s id. Keep it to yourself: at Cal.com whoever knows it can cancel the booking.',
  })
  calUid!: string;

  @Field(() => Int, { nullable: true })
  eventTypeId!: number | null;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Kept here only; the calendar does not have them.' })
  notes!: string | null;

  @Field(() => DateTimeScalar)
  startTime!: string;

  @Field(() => DateTimeScalar)
  endTime!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A place, a telephone number, a link, or a code of Cal.com such as integrations:daily.',
  })
  location!: string | null;

  @Field(() => AppointmentStatusEnum)
  status!: AppointmentStatus;

  @Field(() => Boolean, { description: 'Whether somebody did not come.' })
  noShow!: boolean;

  @Field(() => Int, { nullable: true })
  organizerId!: number | null;

  @Field(() => String)
  organizerName!: string;

  @Field(() => EmailAddressScalar, { nullable: true })
  organizerEmail!: string | null;

  @Field(() => [AttendeeType])
  attendees!: AttendeeType[];

  @Field(() => JsonScalar, { description: 'Answers to the questions of the event type, by their slugs.' })
  responses!: unknown;

  @Field(() => JsonScalar, { description: 'What was stored with the booking in the calendar.' })
  metadata!: unknown;

  @Field(() => Boolean)
  paid!: boolean;

  @Field(() => String, { nullable: true })
  paymentId!: string | null;

  @Field(() => String, { nullable: true })
  cancellationReason!: string | null;

  @Field(() => DateTimeScalar)
  createdAt!: string;

  @Field(() => DateTimeScalar)
  updatedAt!: string;

  uuid!: string;
  workspaceId!: string;
  contactId!: string | null;
  callId!: string | null;
  rescheduledFromUid!: string | null;
  rescheduledToUid!: string | null;
  /** When it starts, to the microsecond: where it stands in lists. */
  position!: string;
  /** Another one for every state of the row. */
  version!: string;
}

export const AppointmentConnection = Connection(AppointmentType);
