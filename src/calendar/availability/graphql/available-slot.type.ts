import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../kernel/graphql/index.js';

@ObjectType('AvailableSlot', { description: 'A time that is free.' })
export class AvailableSlotType {
  @Field(() => DateTimeScalar)
  start!: Date;

  @Field(() => DateTimeScalar)
  end!: Date;
}
