import { Field, InputType, OmitType } from '@nestjs/graphql';
import { UpdateVoiceAssistantInput } from './update-voice-assistant.input.js';

@InputType('CreateVoiceAssistantInput', { description: 'Everything but `context` has a default.' })
export class CreateVoiceAssistantInput extends OmitType(UpdateVoiceAssistantInput, ['context'], InputType) {
  @Field(() => String, { description: 'What the assistant knows and does; at most 20,000 characters.' })
  context!: string;
}
