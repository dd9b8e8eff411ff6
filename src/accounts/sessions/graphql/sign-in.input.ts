import { Field, InputType } from '@nestjs/graphql';
import { EmailAddressScalar } from '../../../kernel/graphql/index.js';

@InputType({ description: 'What proves who you are.' })
export class SignInInput {
  @Field(() => EmailAddressScalar)
  email!: string;

  @Field(() => String)
  password!: string;
}
