import { Field, InputType } from '@nestjs/graphql';
import { EmailAddressScalar } from '../../../kernel/graphql/index.js';

@InputType()
export class SignInInput {
  @Field(() => EmailAddressScalar)
  email!: string;

  @Field(() => String)
  password!: string;
}
