import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, NodeType, toGlobalId, UrlScalar } from '../../kernel/graphql/index.js';
import type { EndpointRow } from '../endpoints/endpoint.repository.js';

/** What the ids of endpoints begin with. */
export const endpointPrefix = 'endpoint';

@ObjectType('WebhookEndpoint', {
  implements: () => NodeType,
  description: 'An address of this workspace that a platform sends events to, with a secret of its own.',
})
export class WebhookEndpointType extends NodeType {
  @Field(() => String, { description: 'The platform: vapi, calcom, twilio.' })
  source!: string;

  @Field(() => UrlScalar, { description: 'What to enter as the webhook or server URL at the platform.' })
  url!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When an event that proved the secret last came.' })
  lastEventAt!: Date | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;
}

@ObjectType('NewWebhookSecret', { description: 'A fresh secret. It is shown this once and cannot be read again.' })
export class NewWebhookSecretType {
  @Field(() => WebhookEndpointType)
  endpoint!: WebhookEndpointType;

  @Field(() => String, { description: 'Enter it at the platform now.' })
  secret!: string;
}

export function toWebhookEndpointType(row: EndpointRow, url: string): WebhookEndpointType {
  const { id, source, lastEventAt, createdAt } = row;
  return { id: toGlobalId(endpointPrefix, id), source, url, lastEventAt, createdAt };
}
