import { ResolveField, Resolver } from '@nestjs/graphql';
import { assertAllowed } from '../../kernel/auth/index.js';
import { contextOf, RequestLoader, type GraphqlContext } from '../../kernel/graphql/index.js';
import { WebhookEventType } from '../../webhooks/index.js';
import { CallType } from '../calls/graphql/call.type.js';
import { CallReader } from '../calls/reading/call-reader.js';

/** The call that an event is about: one query for a whole list of events. */
@Resolver(() => WebhookEventType)
export class WebhookEventCallResolver {
  readonly #calls = new RequestLoader<string, CallType | null>(async (ctx, keys) => {
    const calls = await this.reader.findByKeys(ctx, keys);
    return keys.map(
      (key) => calls.find(({ vapiCallId, twilioCallSid }) => vapiCallId === key || twilioCallSid === key) ?? null,
    );
  });

  constructor(private readonly reader: CallReader) {}

  @ResolveField(() => CallType, { nullable: true, description: 'Null for events that concern no call.' })
  call(event: WebhookEventType, _args: unknown, context: GraphqlContext): Promise<CallType | null> | null {
    assertAllowed(contextOf(context), { permission: 'calls:read' });
    return event.callKey === null ? null : this.#calls.load(context, event.callKey);
  }
}
