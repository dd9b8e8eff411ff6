import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AgentType } from '../../agents/index.js';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { ConnectionsService } from '../connections/connections.service.js';
import { IntegrationConnectionType } from '../connections/graphql/integration-connection.type.js';
import { toConnectionType } from '../connections/to-connection-type.js';
import { IntegrationType } from './graphql/integration.type.js';
import { IntegrationsService } from './integrations.service.js';

/** What an agent works with. */
@Resolver(() => AgentType)
export class AgentIntegrationsResolver {
  constructor(
    private readonly catalogue: IntegrationsService,
    private readonly connectionList: ConnectionsService,
  ) {}

  @ResolveField(() => [IntegrationType], { description: 'The integrations that belong to its trade.' })
  @RequirePermission('integrations:read')
  async integrations(@Ctx() ctx: RequestContext, @Parent() { key }: AgentType): Promise<IntegrationType[]> {
    return (await this.catalogue.ofAgent(key)).map((connector) => this.catalogue.present(ctx, connector));
  }

  @ResolveField(() => [IntegrationConnectionType], { description: 'Its own connections, the oldest first.' })
  @RequirePermission('integrations:read')
  async connections(@Ctx() ctx: RequestContext, @Parent() { key }: AgentType): Promise<IntegrationConnectionType[]> {
    return (await this.connectionList.list(ctx, { agentId: key })).map((row) => toConnectionType(row, ctx.locale));
  }
}
