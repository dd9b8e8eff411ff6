import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, NodeType, PhoneNumberScalar, toPhoneNumber } from '../../../kernel/graphql/index.js';
import { toAssistantId } from '../assistant-id.js';
import type { Personality } from '../catalogue/personalities.js';
import type { CallRoute, SyncState, VoiceAssistant } from '../voice-assistant.entity.js';
import { CallRouteEnum, PersonalityEnum, SyncStateEnum } from './assistant.enums.js';
import { AssistantToolType } from './assistant-tool.type.js';

/** What the object's fields in GraphQL need to find what belongs to it; no field serves them. */
export interface AssistantLinks {
  uuid: string;
  workspaceId: string;
  clientId: string;
  ownerId: string | null;
}

@ObjectType('VoiceAssistant', {
  implements: () => NodeType,
  description: 'An assistant that answers the phone for a client, as declared here.',
})
export class VoiceAssistantType implements NodeType {
  @Field(() => ID)
  id!: string;

  readonly links!: AssistantLinks;

  @Field(() => String, { description: 'At most 40 characters.' })
  name!: string;

  @Field(() => PhoneNumberScalar, { nullable: true, description: 'The number that callers dial.' })
  phoneNumber!: string | null;

  @Field(() => CallRouteEnum)
  route!: CallRoute;

  @Field(() => Boolean, { description: 'Whether it answers.' })
  active!: boolean;

  @Field(() => String, { description: 'BCP 47, such as fr-FR: the language it speaks first.' })
  language!: string;

  @Field(() => [String], { description: 'BCP 47: what it may change to when the caller does.' })
  otherLanguages!: string[];

  @Field(() => String, { description: 'IANA, such as Europe/Paris: what “tomorrow at eight” means.' })
  timeZone!: string;

  @Field(() => String, { description: 'Slug of the catalogue, such as openai.' })
  modelProvider!: string;

  @Field(() => String)
  model!: string;

  @Field(() => String, { description: 'Slug of the catalogue, such as 11labs.' })
  voiceProvider!: string;

  @Field(() => String)
  voiceId!: string;

  @Field(() => String, { description: 'Slug of the catalogue, such as deepgram.' })
  transcriberProvider!: string;

  @Field(() => String, { nullable: true })
  transcriberModel!: string | null;

  @Field(() => PersonalityEnum)
  personality!: Personality;

  @Field(() => String, { description: 'What the assistant knows and does.' })
  context!: string;

  @Field(() => String, { description: 'What it says first.' })
  firstMessage!: string;

  @Field(() => PhoneNumberScalar, { nullable: true, description: 'Whom it puts callers through to.' })
  transferNumber!: string | null;

  @Field(() => Boolean)
  recordingEnabled!: boolean;

  @Field(() => [AssistantToolType])
  tools!: AssistantToolType[];

  @Field(() => String, { nullable: true, description: 'Its id at Vapi, once it is there.' })
  vapiAssistantId!: string | null;

  @Field(() => SyncStateEnum)
  syncState!: SyncState;

  @Field(() => String, { nullable: true, description: 'Why Vapi did not take it.' })
  syncError!: string | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar)
  updatedAt!: Date;
}

export function toVoiceAssistantType(assistant: VoiceAssistant): VoiceAssistantType {
  return {
    id: toAssistantId(assistant.id),
    links: {
      uuid: assistant.id,
      workspaceId: assistant.workspaceId,
      clientId: assistant.clientId,
      ownerId: assistant.ownerId,
    },
    name: assistant.name,
    phoneNumber: toPhoneNumber(assistant.phoneNumber),
    route: assistant.route,
    active: assistant.active,
    language: assistant.language,
    otherLanguages: assistant.otherLanguages,
    timeZone: assistant.timeZone,
    modelProvider: assistant.modelProvider,
    model: assistant.model,
    voiceProvider: assistant.voiceProvider,
    voiceId: assistant.voiceId,
    transcriberProvider: assistant.transcriberProvider,
    transcriberModel: assistant.transcriberModel,
    personality: assistant.personality,
    context: assistant.context,
    firstMessage: assistant.firstMessage,
    transferNumber: toPhoneNumber(assistant.transferNumber),
    recordingEnabled: assistant.recordingEnabled,
    tools: assistant.tools,
    vapiAssistantId: assistant.vapiAssistantId,
    syncState: assistant.syncState,
    syncError: assistant.syncError,
    createdAt: assistant.createdAt,
    updatedAt: assistant.updatedAt,
  };
}
