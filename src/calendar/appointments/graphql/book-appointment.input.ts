import { Field, InputType, Int } from '@nestjs/graphql';
import { DateTimeScalar, EmailAddressScalar, JsonScalar, PhoneNumberScalar } from '../../../kernel/graphql/index.js';

@InputType('BookAppointmentInput', { description: 'Who wants to come, to what, and when.' })
export class BookAppointmentInput {
  @Field(() => Int, { description: 'One of calendarEventTypes.' })
  eventTypeId!: number;

  @Field(() => DateTimeScalar, { description: 'One of the starts of availability.' })
  start!: Date;

  @Field(() => String)
  attendeeName!: string;

  @Field(() => EmailAddressScalar, { nullable: true, description: 'This or a telephone number is needed.' })
  attendeeEmail?: string | null;

  @Field(() => PhoneNumberScalar, { nullable: true })
  attendeePhoneNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Of the attendee, IANA; the workspace’s unless given.' })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Kept here only.' })
  notes?: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Answers to the event type’s questions, by their slugs: those of CalendarEventType.fields.',
  })
  responses?: unknown;

  @Field(() => String, {
    nullable: true,
    description: 'The same order with the same key is one booking, however often it is sent.',
  })
  idempotencyKey?: string | null;
}
