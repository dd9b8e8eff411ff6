import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { fromGlobalId, JsonScalar, NodeResolver, type NodeSource } from '../../kernel/graphql/index.js';
import {
  endpointPrefix,
  NewWebhookSecretType,
  toWebhookEndpointType,
  WebhookEndpointType,
} from '../graphql/webhook-endpoint.type.js';
import { WebhookEndpointNotFound } from '../webhooks.errors.js';
import type { EndpointRow } from './endpoint.repository.js';
import { EndpointsService, type NewSecret } from './endpoints.service.js';

@ArgsType()
class CreateWebhookEndpointArgs {
  @Field(() => String, { description: 'The platform: vapi, calcom, twilio.' })
  source!: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description:
      'How the platform signs, where that can be set there: for vapi `{ "algorithm": "sha512", "signatureHeader": … }`.',
  })
  settings?: unknown;
}

@ArgsType()
class RotateWebhookSecretArgs {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Hours that the old secret stays valid; 24 unless said otherwise.' })
  overlapHours?: number | null;
}

@Resolver(() => WebhookEndpointType)
@NodeResolver(endpointPrefix, { type: () => WebhookEndpointType, access: { permission: 'webhooks:read' } })
export class WebhookEndpointsResolver implements NodeSource {
  constructor(private readonly endpoints: EndpointsService) {}

  @Query(() => [WebhookEndpointType], { description: 'The addresses of this workspace that platforms send to.' })
  @RequirePermission('webhooks:read')
  async webhookEndpoints(@Ctx() ctx: RequestContext): Promise<WebhookEndpointType[]> {
    return (await this.endpoints.list(ctx)).map((row) => this.toType(row));
  }

  @Mutation(() => NewWebhookSecretType, { description: 'Opens an address for a platform, with a secret of its own.' })
  @RequirePermission('webhooks:manage')
  async createWebhookEndpoint(
    @Ctx() ctx: RequestContext,
    @Args() { source, settings }: CreateWebhookEndpointArgs,
  ): Promise<NewWebhookSecretType> {
    return this.toNewSecret(await this.endpoints.create(ctx, source, settings ?? {}));
  }

  @Mutation(() => NewWebhookSecretType, {
    description: 'Makes a new secret. The old one stays valid for the overlap, so that nothing is lost meanwhile.',
  })
  @RequirePermission('webhooks:manage')
  async rotateWebhookSecret(
    @Ctx() ctx: RequestContext,
    @Args() { id, overlapHours }: RotateWebhookSecretArgs,
  ): Promise<NewWebhookSecretType> {
    return this.toNewSecret(await this.endpoints.rotate(ctx, endpointId(id), overlapHours ?? undefined));
  }

  @Mutation(() => ID, { description: 'Closes an address within seconds and erases its secrets. Its events stay.' })
  @RequirePermission('webhooks:manage')
  async deleteWebhookEndpoint(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<string> {
    await this.endpoints.delete(ctx, endpointId(id));
    return id;
  }

  async findNode(ctx: RequestContext, id: string): Promise<WebhookEndpointType> {
    return this.toType(await this.endpoints.get(ctx, id));
  }

  private toNewSecret({ endpoint, secret }: NewSecret): NewWebhookSecretType {
    return { endpoint: this.toType(endpoint), secret };
  }

  private toType(row: EndpointRow): WebhookEndpointType {
    return toWebhookEndpointType(row, this.endpoints.urlOf(row));
  }
}

function endpointId(id: string): string {
  return fromGlobalId(endpointPrefix, id, () => new WebhookEndpointNotFound());
}
