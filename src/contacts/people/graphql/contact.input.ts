import { Field, InputType } from '@nestjs/graphql';
import { EmailAddressScalar, PhoneNumberScalar } from '../../../kernel/graphql/index.js';

@InputType('ContactInput', { description: 'What is left out stays as it is; null empties it.' })
export class ContactInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => [EmailAddressScalar], {
    nullable: true,
    description:
      'All of them: those left out are taken away. What the person merely said (unprovenEmails) is proven by giving it here.',
  })
  emails?: string[] | null;

  @Field(() => [PhoneNumberScalar], { nullable: true, description: 'All of them: those left out are taken away.' })
  phoneNumbers?: string[] | null;

  @Field(() => String, { nullable: true, description: 'IANA, such as Europe/Paris.' })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Needs memoryConsent.' })
  memory?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Taking it back empties `memory`.' })
  memoryConsent?: boolean | null;
}
