import { ArgsType, Field, ID } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../kernel/graphql/index.js';

@ArgsType()
export class RescheduleArgs {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  start!: Date;

  @Field(() => String, { nullable: true, description: 'Told to whoever comes.' })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'Replaces those that are there; they go along otherwise.' })
  notes?: string | null;
}
