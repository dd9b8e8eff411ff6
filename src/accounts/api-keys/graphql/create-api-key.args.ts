import { ArgsType, Field } from '@nestjs/graphql';
import { permissions } from '../../../kernel/auth/index.js';
import { DateTimeScalar } from '../../../kernel/graphql/index.js';

@ArgsType()
export class CreateApiKeyArgs {
  @Field(() => String)
  name!: string;

  @Field(() => [String], { description: `At most those that you hold yourself, among: ${permissions.join(', ')}.` })
  permissions!: string[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'Left out, the key does not expire.' })
  expiresAt?: Date | null;
}
