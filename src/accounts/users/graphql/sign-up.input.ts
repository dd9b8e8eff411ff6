import { Field, InputType } from '@nestjs/graphql';
import { EmailAddressScalar } from '../../../kernel/graphql/index.js';

@InputType({ description: 'A new account with a workspace of its own.' })
export class SignUpInput {
  @Field(() => EmailAddressScalar)
  email!: string;

  @Field(() => String, { description: '8 to 256 characters.' })
  password!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  workspaceName!: string;

  @Field(() => String, { nullable: true, description: 'BCP 47; by default the language of the request.' })
  locale?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA; by default Europe/Paris.' })
  timeZone?: string | null;
}
