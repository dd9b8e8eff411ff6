import { Field, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../../kernel/graphql/index.js';
import type { AssistantDifference } from '../../assistants/voice-assistant.entity.js';

@ObjectType('ProvisioningChange', { description: 'One thing that is otherwise at Vapi than it is declared here.' })
export class ProvisioningChangeType {
  @Field(() => String, {
    description:
      'What differs: `assistant.firstMessage`, `tool:leave_message`, `credential`, or `assistant` for all of it.',
  })
  target!: string;

  @Field(() => String, { description: 'What syncVoiceAssistant would do: CREATE, UPDATE, DELETE, ATTACH or DETACH.' })
  action!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'As it stands there; secrets are masked.' })
  before!: unknown;

  @Field(() => JsonScalar, { nullable: true, description: 'As it is declared here; secrets are masked.' })
  after!: unknown;
}

@ObjectType('ProvisioningPlan', { description: 'How an assistant differs at Vapi from what is declared here.' })
export class ProvisioningPlanType {
  @Field(() => Boolean, {
    description: 'Whether nothing differs. What others have set there, and we do not, is no difference.',
  })
  upToDate!: boolean;

  @Field(() => [ProvisioningChangeType])
  changes!: ProvisioningChangeType[];
}

export function toProvisioningPlanType(changes: readonly AssistantDifference[]): ProvisioningPlanType {
  return { upToDate: changes.length === 0, changes: [...changes] };
}
