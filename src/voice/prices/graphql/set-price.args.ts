import { ArgsType, Field } from '@nestjs/graphql';
import { DateTimeScalar, DecimalScalar } from '../../../kernel/graphql/index.js';
import type { PriceInput } from '../read-price.js';

@ArgsType()
export class SetPriceArgs implements PriceInput {
  @Field(() => String, {
    description:
      'twilio.voice.inbound, twilio.voice.inbound.fr, model.<model>.input, speech.<vendor>.<model>, …; see prices.',
  })
  item!: string;

  @Field(() => String, {
    description: 'One that fits the item: minute, 15 seconds, 1M tokens, 1k characters, month, …',
  })
  unit!: string;

  @Field(() => DecimalScalar, { description: 'For one unit: from 0 to 10000, with at most 10 decimals.' })
  price!: string;

  @Field(() => String, { description: 'ISO 4217, one that this server knows an exchange rate for.' })
  currency!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Now, where it is left out.' })
  validFrom?: Date | null;
}
