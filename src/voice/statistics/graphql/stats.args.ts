import { ArgsType, Field, ID, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../kernel/graphql/index.js';
import { statsGroups, type StatsGroup } from '../statistics.repository.js';

const StatsGroupEnum = Object.fromEntries(statsGroups.map((group) => [group, group]));

registerEnumType(StatsGroupEnum, {
  name: 'StatsGroup',
  description: 'By what calls are counted. Hours, days, weeks and months begin in the workspace’s time zone.',
});

@ArgsType()
export class StatsArgs {
  @Field(() => ID, { nullable: true, description: 'All assistants unless given.' })
  assistantId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Calls that began then or later.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Calls that began before.' })
  to?: Date | null;
}

@ArgsType()
export class StatsByArgs {
  @Field(() => StatsGroupEnum)
  group!: StatsGroup;

  @Field(() => ID, { nullable: true, description: 'All assistants unless given.' })
  assistantId?: string | null;

  @Field(() => DateTimeScalar, { description: 'Calls that began then or later.' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: 'Calls that began before.' })
  to!: Date;
}
