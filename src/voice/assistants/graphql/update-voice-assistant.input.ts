import { Field, ID, InputType } from '@nestjs/graphql';
import { EmailAddressScalar, PhoneNumberScalar } from '../../../kernel/graphql/index.js';
import type { Personality } from '../catalogue/personalities.js';
import type { CallRoute } from '../voice-assistant.entity.js';
import { CallRouteEnum, PersonalityEnum } from './assistant.enums.js';
import { AssistantToolInput } from './assistant-tool.type.js';

@InputType('UpdateVoiceAssistantInput', {
  description: 'What is left out stays as it is; null empties a number, an e-mail address or the transcriber’s model.',
})
export class UpdateVoiceAssistantInput {
  @Field(() => String, { nullable: true, description: 'At most 40 characters; the client’s name unless given.' })
  name?: string | null;

  @Field(() => ID, { nullable: true, description: 'A known client. Not together with `clientName`.' })
  clientId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The client of that name, made where there is none; the workspace’s name unless given.',
  })
  clientName?: string | null;

  @Field(() => EmailAddressScalar, { nullable: true, description: 'Becomes the client’s address.' })
  clientEmail?: string | null;

  @Field(() => PhoneNumberScalar, { nullable: true })
  phoneNumber?: string | null;

  @Field(() => CallRouteEnum, { nullable: true, description: 'VAPI unless given.' })
  route?: CallRoute | null;

  @Field(() => Boolean, { nullable: true, description: 'True unless given.' })
  active?: boolean | null;

  @Field(() => String, { nullable: true, description: 'BCP 47; fr-FR unless given.' })
  language?: string | null;

  @Field(() => [String], { nullable: true, description: 'BCP 47, at most 10.' })
  otherLanguages?: string[] | null;

  @Field(() => String, { nullable: true, description: 'IANA; the workspace’s unless given.' })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'One of `assistantOptions.modelProviders`.' })
  modelProvider?: string | null;

  @Field(() => String, { nullable: true, description: 'The provider’s first choice unless given.' })
  model?: string | null;

  @Field(() => String, { nullable: true, description: 'One of `assistantOptions.voiceProviders`.' })
  voiceProvider?: string | null;

  @Field(() => String, { nullable: true, description: 'Any voice of the provider; one of the language unless given.' })
  voiceId?: string | null;

  @Field(() => String, { nullable: true, description: 'One of `assistantOptions.transcribers`.' })
  transcriberProvider?: string | null;

  @Field(() => String, { nullable: true, description: 'The provider’s first choice unless given.' })
  transcriberModel?: string | null;

  @Field(() => PersonalityEnum, { nullable: true, description: 'PROFESSIONAL unless given.' })
  personality?: Personality | null;

  @Field(() => String, { nullable: true, description: 'What the assistant knows and does; at most 20,000 characters.' })
  context?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What it says first. Unless given, a greeting in its language that says it is an artificial intelligence.',
  })
  firstMessage?: string | null;

  @Field(() => PhoneNumberScalar, { nullable: true, description: 'Whom it puts callers through to.' })
  transferNumber?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True unless given; the generated greeting then says so.' })
  recordingEnabled?: boolean | null;

  @Field(() => [AssistantToolInput], {
    nullable: true,
    description: 'All of them; unless given, transfer_to_human and leave_message.',
  })
  tools?: AssistantToolInput[] | null;
}
