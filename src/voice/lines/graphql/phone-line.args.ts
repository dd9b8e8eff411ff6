import { ArgsType, Field, ID } from '@nestjs/graphql';
import { DecimalScalar, PhoneNumberScalar } from '../../../kernel/graphql/index.js';

@ArgsType()
export class PhoneNumberOffersArgs {
  @Field(() => String, { description: 'ISO 3166-1, two letters: FR.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'Digits that it has in this order, * for any: 3314.' })
  contains?: string | null;
}

@ArgsType()
export class BuyPhoneNumberArgs {
  @Field(() => PhoneNumberScalar)
  number!: string;

  @Field(() => DecimalScalar, { description: 'The most that it may cost each month, in the currency of its offer.' })
  maxMonthly!: string;
}

@ArgsType()
export class AssignPhoneLineArgs {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { nullable: true, description: 'Null takes the number away from whoever answers it.' })
  assistantId?: string | null;
}
