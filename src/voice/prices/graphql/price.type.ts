import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, MoneyType, NodeType, toGlobalId } from '../../../kernel/graphql/index.js';
import { pricePrefix } from '../price-id.js';
import type { PriceRow } from '../price.repository.js';

@ObjectType('Price', {
  implements: () => NodeType,
  description:
    'What a vendor charges from a moment on. At the beginning of a call the workspace’s own price counts before the deployment’s, ' +
    'and of each the one that began last.',
})
export class PriceType implements NodeType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    description:
      'twilio.voice.inbound, twilio.gather.speech, model.gpt-4.1.input, speech.elevenlabs.eleven_multilingual_v2, …',
  })
  item!: string;

  @Field(() => String, {
    description: 'minute, 15 seconds or second (what has begun is charged whole), 1M tokens, 1k characters, month, …',
  })
  unit!: string;

  @Field(() => MoneyType)
  price!: MoneyType;

  @Field(() => DateTimeScalar, { description: 'Calls that begin then or later are billed by it.' })
  validFrom!: Date;

  @Field(() => Boolean, { description: 'Whether it is the deployment’s, for all who have set none of their own.' })
  shared!: boolean;

  @Field(() => String, { nullable: true, description: 'Where a price that came with this server was read.' })
  source!: string | null;
}

export function toPriceType({ id, item, unit, price, currency, validFrom, shared, source }: PriceRow): PriceType {
  return {
    ...{ id: toGlobalId(pricePrefix, id), item, unit, validFrom, shared, source },
    price: { amount: price, currency },
  };
}
