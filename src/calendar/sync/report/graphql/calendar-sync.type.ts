import { ArgsType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../../kernel/graphql/index.js';

@ObjectType('CalendarSync', {
  description:
    'How well appointments are in step with Cal.com. Shares are from 0 to 1, and null where nothing was counted.',
})
export class CalendarSyncType {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When a webhook of Cal.com last came in.' })
  lastWebhookAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When Cal.com was last read without being told to.' })
  lastPollAt!: Date | null;

  @Field(() => Int, { description: 'Bookings compared with their appointments by our own looks, in the period.' })
  rowsCompared!: number;

  @Field(() => Int, {
    description: 'Appointments among them that were not as Cal.com had them for more than a minute.',
  })
  rowsRepaired!: number;

  @Field(() => Float, { nullable: true, description: 'The share of compared rows that were right.' })
  syncAccuracy!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The share of attempts to book that succeeded, without those that rightly came to nothing: the time was taken, an ' +
      'answer was missing, the person had a seat or as many appointments as they may.',
  })
  bookingSuccessRate!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a hundred uses of calendar tools 95 took no longer.' })
  toolP95Ms!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The share of changes made in Cal.com that a webhook told of; the others were found by our own looks.',
  })
  webhookDeliveryRate!: number | null;
}

@ArgsType()
export class CalendarSyncArgs {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '30 days before the end unless given. Counts are of whole hours.',
  })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Now unless given; not included.' })
  to?: Date | null;
}
