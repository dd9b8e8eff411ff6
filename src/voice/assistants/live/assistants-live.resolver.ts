import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../../kernel/auth/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { fromAssistantIdIfGiven } from '../assistant-id.js';
import { VoiceAssistantType } from '../graphql/voice-assistant.type.js';
import { LiveAssistants } from './live-assistants.js';

@Resolver()
export class AssistantsLiveResolver {
  constructor(private readonly live: LiveAssistants) {}

  @Subscription(() => VoiceAssistantType, {
    description:
      'An assistant whenever something in its row has changed, its `syncState` included; all of them without an id.',
  })
  @RequirePermission('assistants:read')
  voiceAssistantUpdated(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, nullable: true }) id: string | null,
  ): AsyncIterable<{ voiceAssistantUpdated: VoiceAssistantType }> {
    return this.live.changes(ctx, fromAssistantIdIfGiven(id) ?? null);
  }
}
