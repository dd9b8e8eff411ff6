import { Args, ArgsType, Extensions, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { NodeResolver, UrlScalar, type NodeSource } from '../../kernel/graphql/index.js';
import { Authorizations } from '../authorization/authorizations.service.js';
import { ConnectionTests } from './connection-tests.service.js';
import { ConnectionsService } from './connections.service.js';
import { Disconnection } from './disconnection.service.js';
import { CredentialInput, IntegrationConnectionType } from './graphql/integration-connection.type.js';
import { connectionPrefix, toConnectionType } from './to-connection-type.js';

@ArgsType()
class ConnectionArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Id or key of an agent; left out for a connection of the workspace itself.',
  })
  agentId?: string | null;

  @Field(() => ID)
  integrationId!: string;

  @Field(() => String, { nullable: true, description: '1 to 80 characters; `default` unless given.' })
  name?: string | null;
}

@ArgsType()
class ConfigureArgs extends ConnectionArgs {
  @Field(() => [CredentialInput], {
    description: 'The fields of one way in. What is left out stays as it was; which way in it is shows in the fields.',
  })
  credentials!: CredentialInput[];

  @Field(() => String, {
    nullable: true,
    description: 'The way in, by its key, where the fields do not tell: see Integration.credentialModes.',
  })
  mode?: string | null;
}

@ArgsType()
class ConnectionsArgs {
  @Field(() => ID, { nullable: true, description: 'Id or key of an agent.' })
  agentId?: string | null;

  @Field(() => ID, { nullable: true })
  integrationId?: string | null;
}

@Resolver(() => IntegrationConnectionType)
@NodeResolver(connectionPrefix, {
  type: () => IntegrationConnectionType,
  access: { permission: 'integrations:read' },
})
export class ConnectionsResolver implements NodeSource {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly tests: ConnectionTests,
    private readonly disconnection: Disconnection,
    private readonly authorizations: Authorizations,
  ) {}

  @Query(() => [IntegrationConnectionType], {
    description: 'The connections of the workspace, the oldest first; at most 500.',
  })
  @RequirePermission('integrations:read')
  async integrationConnections(
    @Ctx() ctx: RequestContext,
    @Args() args: ConnectionsArgs,
  ): Promise<IntegrationConnectionType[]> {
    return (await this.connections.list(ctx, args)).map((row) => toConnectionType(row, ctx.locale));
  }

  @Query(() => IntegrationConnectionType, { nullable: true, description: 'Null while nothing is configured.' })
  @RequirePermission('integrations:read')
  async integrationConnection(
    @Ctx() ctx: RequestContext,
    @Args() args: ConnectionArgs,
  ): Promise<IntegrationConnectionType | null> {
    const row = await this.connections.find(ctx, args);
    return row && toConnectionType(row, ctx.locale);
  }

  @Mutation(() => IntegrationConnectionType, {
    description:
      'Stores credentials, sealed. They are not tried out: call testIntegration next. New credentials end what was granted to the old ones.',
  })
  @RequirePermission('integrations:manage')
  async configureIntegration(
    @Ctx() ctx: RequestContext,
    @Args() { credentials, mode, ...choice }: ConfigureArgs,
  ): Promise<IntegrationConnectionType> {
    return toConnectionType(await this.connections.configure(ctx, choice, { values: credentials, mode }), ctx.locale);
  }

  @Mutation(() => IntegrationConnectionType, {
    description:
      'Asks the vendor who we are, and waits up to 15 s for the answer. A test that takes longer goes on (`testing`): integrationConnectionUpdated tells its end.',
  })
  @Extensions({ timeLimitMs: 20_000 })
  @RequirePermission('integrations:manage')
  async testIntegration(
    @Ctx() ctx: RequestContext,
    @Args() choice: ConnectionArgs,
  ): Promise<IntegrationConnectionType> {
    return toConnectionType(await this.tests.test(ctx, choice), ctx.locale);
  }

  @Mutation(() => IntegrationConnectionType, {
    description:
      'Tells the vendor that the sign-in is over, where it wants to know, and erases the credentials. The record stays.',
  })
  @Extensions({ timeLimitMs: 20_000 })
  @RequirePermission('integrations:manage')
  async disconnectIntegration(
    @Ctx() ctx: RequestContext,
    @Args() choice: ConnectionArgs,
  ): Promise<IntegrationConnectionType> {
    return toConnectionType(await this.disconnection.disconnect(ctx, choice), ctx.locale);
  }

  @Mutation(() => UrlScalar, {
    description:
      'The vendor’s page on which a person lets us in: open it in a browser within ten minutes. It counts once, for this connection.',
  })
  @RequirePermission('integrations:manage')
  startIntegrationAuthorization(@Ctx() ctx: RequestContext, @Args() choice: ConnectionArgs): Promise<string> {
    return this.authorizations.start(ctx, choice);
  }

  async findNode(ctx: RequestContext, id: string): Promise<IntegrationConnectionType> {
    return toConnectionType(await this.connections.get(ctx, id), ctx.locale);
  }
}
