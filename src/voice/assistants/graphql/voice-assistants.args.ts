import { ArgsType, Field } from '@nestjs/graphql';
import { PageArgs } from '../../../kernel/graphql/index.js';

@ArgsType()
export class VoiceAssistantsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'A part of the assistant’s or the client’s name, or of the number, whatever accents and case.',
  })
  search?: string | null;
}
