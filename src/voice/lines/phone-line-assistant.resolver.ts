import { ResolveField, Resolver } from '@nestjs/graphql';
import { VoiceAssistantType } from '../assistants/graphql/voice-assistant.type.js';
import { AssistantLoader } from '../calls/assistant-loader.js';
import { assertAllowed } from '../../kernel/auth/index.js';
import { contextOf, GraphqlContext } from '../../kernel/graphql/index.js';
import { PhoneLineType } from './graphql/phone-line.type.js';

/** Who answers a line: read once for a whole list. */
@Resolver(() => PhoneLineType)
export class PhoneLineAssistantResolver {
  constructor(private readonly assistants: AssistantLoader) {}

  @ResolveField(() => VoiceAssistantType, { nullable: true, description: 'Who answers it; null for nobody.' })
  async assistant(line: PhoneLineType, _args: unknown, context: GraphqlContext): Promise<VoiceAssistantType | null> {
    assertAllowed(contextOf(context), { permission: 'assistants:read' });
    const { assistantId } = line.links;
    return assistantId === null ? null : this.assistants.load(context, assistantId);
  }
}
