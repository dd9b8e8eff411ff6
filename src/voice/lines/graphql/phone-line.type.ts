import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, NodeType, PhoneNumberScalar } from '../../../kernel/graphql/index.js';
import { toLineId } from '../line-id.js';
import type { PhoneLine } from '../phone-line.js';

@ObjectType('PhoneLine', {
  implements: () => NodeType,
  description: 'A telephone number that the workspace has, and who answers it.',
})
export class PhoneLineType implements NodeType {
  @Field(() => ID)
  id!: string;

  readonly links!: { assistantId: string | null };

  @Field(() => PhoneNumberScalar)
  number!: string;

  @Field(() => String, { description: 'Where the number is: twilio.' })
  provider!: string;

  @Field(() => String, { description: 'PENDING while it is being bought, ACTIVE, or RELEASED.' })
  status!: string;

  @Field(() => String, {
    description: 'IMPORTED, or BOUGHT: one that was bought here goes back to Twilio when released.',
  })
  origin!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;
}

export function toPhoneLineType(line: PhoneLine): PhoneLineType {
  const { id, assistantId, number, provider, status, origin, createdAt } = line;
  return { id: toLineId(id), links: { assistantId }, number, provider, status, origin, createdAt };
}
