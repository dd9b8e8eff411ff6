import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection, DateTimeScalar, JsonScalar, NodeType, toGlobalId } from '../../kernel/graphql/index.js';
import type { WebhookEventRow } from '../events/webhook-event.repository.js';

export enum WebhookStatus {
  RECEIVED = 'RECEIVED',
  PROCESSED = 'PROCESSED',
  FAILED = 'FAILED',
  DEAD = 'DEAD',
}

registerEnumType(WebhookStatus, {
  name: 'WebhookStatus',
  description: 'How far an event has come.',
  valuesMap: {
    RECEIVED: { description: 'Stored and acknowledged; its effects are still to come.' },
    PROCESSED: { description: 'Its effects are committed.' },
    FAILED: { description: 'A try failed; the next one is due.' },
    DEAD: { description: 'Given up after its last try. `replayWebhookEvents` tries again.' },
  },
});

/** What the ids of events begin with. */
export const eventPrefix = 'event';

@ObjectType('WebhookEvent', {
  implements: () => NodeType,
  description: 'One event as a platform sent it: stored before it was acknowledged, kept until its retention ends.',
})
export class WebhookEventType extends NodeType {
  @Field(() => String, { description: 'The platform: vapi, calcom, twilio.' })
  source!: string;

  @Field(() => String, { description: 'The platform’s own name of the event.' })
  type!: string;

  @Field(() => String, { description: 'A readable label; not unique.' })
  externalId!: string;

  @Field(() => WebhookStatus)
  status!: WebhookStatus;

  @Field(() => Int, { description: 'How many tries have failed.' })
  attempts!: number;

  @Field(() => String, { nullable: true, description: 'Why the last try failed.' })
  error!: string | null;

  @Field(() => JsonScalar, {
    description: 'The body without keys, prompts and SIP text; `{}` once its retention has ended.',
  })
  payload!: unknown;

  @Field(() => DateTimeScalar)
  receivedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  processedAt!: Date | null;

  /** For the field resolvers of higher modules. */
  workspaceId!: string;
  /** The platform’s id of the call, for the same. */
  callKey!: string | null;
}

export const WebhookEventConnection = Connection(WebhookEventType);

/** @param redact What the source says people may see of the body. */
export function toWebhookEventType(row: WebhookEventRow, redact: (body: unknown) => unknown): WebhookEventType {
  const { id, body, status, ...rest } = row;
  return {
    ...rest,
    id: toGlobalId(eventPrefix, id),
    status: WebhookStatus[status],
    payload: body ? redact(JSON.parse(body.toString('utf8'))) : {},
  };
}
