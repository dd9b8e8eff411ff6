import { Field, ObjectType } from '@nestjs/graphql';
import { MoneyType, PhoneNumberScalar } from '../../../kernel/graphql/index.js';

@ObjectType('NumberOffer', { description: 'A telephone number that Twilio sells, and that takes calls.' })
export class NumberOfferType {
  @Field(() => PhoneNumberScalar)
  number!: string;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'What it costs each month, beside calls; null where Twilio does not say.',
  })
  monthly!: MoneyType | null;

  @Field(() => Boolean, {
    description:
      'Whether its country asks for papers or an address: it is then bought in Twilio’s console, and imported.',
  })
  needsRegulatoryBundle!: boolean;
}
