import { ArgsType, Field, Int } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../kernel/graphql/index.js';

@ArgsType()
export class AvailabilityArgs {
  @Field(() => Int)
  eventTypeId!: number;

  @Field(() => DateTimeScalar)
  from!: Date;

  @Field(() => DateTimeScalar, { description: 'At most 62 days later.' })
  to!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'In which days are counted, IANA; the workspace’s unless given.',
  })
  timeZone?: string | null;
}
