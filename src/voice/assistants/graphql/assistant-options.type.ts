import { Field, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../../kernel/graphql/index.js';

@ObjectType('Choice', { description: 'Something to choose: `key` goes into the input, `label` is for people.' })
export class ChoiceType {
  @Field(() => String)
  key!: string;

  @Field(() => String, { description: 'In the reader’s language.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'BCP 47, where it belongs to a language.' })
  language!: string | null;

  @Field(() => String, { nullable: true, description: 'Slug of the provider that has it: what goes with `key`.' })
  provider!: string | null;
}

@ObjectType('AssistantOptions', { description: 'What an assistant can be made of.' })
export class AssistantOptionsType {
  @Field(() => [ChoiceType], { description: 'For `modelProvider`.' })
  modelProviders!: ChoiceType[];

  @Field(() => [ChoiceType], { description: 'For `model`; providers without a list take any name.' })
  models!: ChoiceType[];

  @Field(() => [ChoiceType], { description: 'For `voiceProvider`.' })
  voiceProviders!: ChoiceType[];

  @Field(() => [ChoiceType], { description: 'For `transcriberProvider`.' })
  transcribers!: ChoiceType[];

  @Field(() => [ChoiceType], { description: 'For `transcriberModel`.' })
  transcriberModels!: ChoiceType[];

  @Field(() => [ChoiceType], { description: 'For `language`; any other BCP 47 tag is accepted too.' })
  languages!: ChoiceType[];

  @Field(() => [ChoiceType], { description: 'For `personality`.' })
  personalities!: ChoiceType[];

  @Field(() => [ChoiceType], { description: 'For `tools`.' })
  tools!: ChoiceType[];

  @Field(() => JsonScalar, {
    description:
      'Ready-made assistants to start from, those in the reader’s language first: [{ key, label, language, input }], ' +
      'where `input` can be given to createVoiceAssistant.',
  })
  templates!: unknown;
}
