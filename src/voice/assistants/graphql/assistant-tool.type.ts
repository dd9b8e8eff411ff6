import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { ToolKind } from '../voice-assistant.entity.js';
import { ToolKindEnum } from './assistant.enums.js';

@ObjectType('AssistantTool', { description: 'A tool that an assistant has, and what it says meanwhile.' })
export class AssistantToolType {
  @Field(() => String, { description: 'One of `assistantOptions.tools`.' })
  key!: string;

  @Field(() => ToolKindEnum)
  kind!: ToolKind;

  @Field(() => String, {
    nullable: true,
    description: 'Said when the tool starts. Else a sentence such as “One moment, please”, in French or English only.',
  })
  sayOnStart!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Said when the tool has succeeded, in place of what the model makes of its result. Else the model speaks.',
  })
  sayOnDone!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Said when the tool has failed. Else a tool of this server tells why, and one that Vapi runs apologises.',
  })
  sayOnFailure!: string | null;
}

@InputType('AssistantToolInput', { description: 'A tool that the assistant may use, with what it says meanwhile.' })
export class AssistantToolInput {
  @Field(() => String, { description: 'One of `assistantOptions.tools`.' })
  key!: string;

  @Field(() => String, { nullable: true })
  sayOnStart?: string | null;

  @Field(() => String, { nullable: true })
  sayOnDone?: string | null;

  @Field(() => String, { nullable: true })
  sayOnFailure?: string | null;
}
