import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { PhoneNumberScalar } from '../../kernel/graphql/index.js';
import { fromAssistantId } from '../assistants/assistant-id.js';
import { fromCallId } from '../calls/call-id.js';
import { CallType } from '../calls/graphql/call.type.js';
import { LiveCallControl } from './live-call-control.service.js';
import { TestCalls } from './test-calls/test-calls.service.js';

@Resolver(() => CallType)
export class CallControlResolver {
  constructor(
    private readonly control: LiveCallControl,
    private readonly testCalls: TestCalls,
  ) {}

  @Mutation(() => CallType, {
    description:
      'The assistant rings this telephone, from its own number, through Vapi. At most five an hour; the call can be followed with callUpdated.',
  })
  @RequirePermission('calls:write')
  placeTestCall(
    @Ctx() ctx: RequestContext,
    @Args('assistantId', { type: () => ID }) assistantId: string,
    @Args('number', { type: () => PhoneNumberScalar }) number: string,
  ): Promise<CallType> {
    return this.testCalls.place(ctx, fromAssistantId(assistantId), number);
  }

  @Mutation(() => CallType, {
    description: 'The assistant says this in a call that is going on; at most 1000 characters.',
  })
  @RequirePermission('calls:write')
  sayInCall(
    @Ctx() ctx: RequestContext,
    @Args('callId', { type: () => ID }) callId: string,
    @Args('text', { type: () => String }) text: string,
  ): Promise<CallType> {
    return this.control.say(ctx, fromCallId(callId), text);
  }

  @Mutation(() => CallType, {
    description: 'A muted assistant goes on listening, and says nothing until it is unmuted.',
  })
  @RequirePermission('calls:write')
  muteAssistant(
    @Ctx() ctx: RequestContext,
    @Args('callId', { type: () => ID }) callId: string,
    @Args('muted', { type: () => Boolean }) muted: boolean,
  ): Promise<CallType> {
    return this.control.mute(ctx, fromCallId(callId), muted);
  }

  @Mutation(() => CallType, {
    description:
      'Puts the caller through to a person: with a spoken summary first where the line can, else at once. How it went stands in Call.transfers.',
  })
  @RequirePermission('calls:write')
  transferCall(
    @Ctx() ctx: RequestContext,
    @Args('callId', { type: () => ID }) callId: string,
    @Args('to', { type: () => PhoneNumberScalar }) to: string,
  ): Promise<CallType> {
    return this.control.transfer(ctx, fromCallId(callId), to);
  }

  @Mutation(() => CallType, {
    description: 'Hangs up a call that is going on; its status follows with the platform’s event.',
  })
  @RequirePermission('calls:write')
  endCall(@Ctx() ctx: RequestContext, @Args('callId', { type: () => ID }) callId: string): Promise<CallType> {
    return this.control.end(ctx, fromCallId(callId));
  }
}
