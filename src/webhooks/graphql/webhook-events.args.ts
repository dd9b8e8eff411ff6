import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { DateTimeScalar, PageArgs } from '../../kernel/graphql/index.js';
import { WebhookStatus } from './webhook-event.type.js';

@InputType('WebhookEventFilter', { description: 'All conditions must hold.' })
export class WebhookEventFilterInput {
  @Field(() => String, { nullable: true })
  source?: string | null;

  @Field(() => String, { nullable: true })
  type?: string | null;

  @Field(() => WebhookStatus, { nullable: true })
  status?: WebhookStatus | null;

  @Field(() => ID, { nullable: true, description: 'Events of this call.' })
  callId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Received at or after.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Received before.' })
  to?: Date | null;
}

@ArgsType()
export class WebhookEventsArgs extends PageArgs {
  @Field(() => WebhookEventFilterInput, { nullable: true })
  filter?: WebhookEventFilterInput | null;
}
