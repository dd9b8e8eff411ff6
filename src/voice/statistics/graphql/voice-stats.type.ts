import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { MoneyType } from '../../../kernel/graphql/index.js';

@ObjectType('VoiceStats', { description: 'Calls of a period, counted by when they began.' })
export class VoiceStatsType {
  @Field(() => Int)
  calls!: number;

  @Field(() => Int)
  completedCalls!: number;

  @Field(() => Int, { description: 'Never connected, or broken off by a fault.' })
  failedCalls!: number;

  @Field(() => Int, { description: 'Queued, ringing, talking or being forwarded.' })
  inProgressCalls!: number;

  @Field(() => Int, {
    description: 'Callers whom nobody answered: not outbound, and the outcome is NO_ANSWER, BUSY or ABANDONED.',
  })
  missedCalls!: number;

  @Field(() => Int)
  transferredCalls!: number;

  @Field(() => Int)
  totalDurationSeconds!: number;

  @Field(() => Float, { nullable: true, description: 'Of the calls that have a duration; null where none has.' })
  averageDurationSeconds!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'From 1 to 5, of the calls that were rated; null where none was.',
  })
  averageSatisfaction!: number | null;

  @Field(() => MoneyType, {
    description: 'In the workspace’s currency; across workspaces in euros. In its own currency where no rate is known.',
  })
  cost!: MoneyType;
}
