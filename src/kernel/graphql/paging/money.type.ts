import { Field, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../scalars/decimal.scalar.js';

@ObjectType('Money', { description: 'An exact amount with its currency.' })
export class MoneyType {
  @Field(() => DecimalScalar)
  amount!: string;

  @Field(() => String, { description: 'ISO 4217, such as EUR.' })
  currency!: string;
}
