import { ArgsType, Field } from '@nestjs/graphql';

@ArgsType()
export class ResetPasswordArgs {
  @Field(() => String, { description: 'From the mailed link, behind `#token=`.' })
  token!: string;

  @Field(() => String, { description: '8 to 256 characters.' })
  password!: string;
}
