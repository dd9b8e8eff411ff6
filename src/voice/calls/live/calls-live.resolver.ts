import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../../kernel/auth/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { fromAssistantIdIfGiven } from '../../assistants/assistant-id.js';
import { fromCallId } from '../call-id.js';
import { CallType, TranscriptSegmentType } from '../graphql/call.type.js';
import { TranscriptArgs } from '../graphql/calls.args.js';
import { LiveCalls } from './live-calls.js';

@Resolver()
export class CallsLiveResolver {
  constructor(private readonly live: LiveCalls) {}

  @Subscription(() => CallType, { description: 'A call whenever something in its row has changed.' })
  @RequirePermission('calls:read')
  callUpdated(
    @Ctx() ctx: RequestContext,
    @Args('assistantId', { type: () => ID, nullable: true }) assistantId: string | null,
  ): AsyncIterable<{ callUpdated: CallType }> {
    return this.live.changes(ctx, fromAssistantIdIfGiven(assistantId) ?? null);
  }

  @Subscription(() => TranscriptSegmentType, {
    description:
      'What was said after a position, then what is being said: give the last position that you have to resume without a ' +
      'gap. An utterance that comes late is told with the place that it takes.',
  })
  @RequirePermission('calls:read')
  transcriptAppended(
    @Ctx() ctx: RequestContext,
    @Args() { callId, afterPosition }: TranscriptArgs,
  ): Promise<AsyncIterable<{ transcriptAppended: TranscriptSegmentType }>> {
    return this.live.transcript(ctx, fromCallId(callId), afterPosition ?? null);
  }
}
