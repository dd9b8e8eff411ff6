import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AgentsService, AgentType, toAgentType } from '../../agents/index.js';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { IntegrationType } from '../catalogue/graphql/integration.type.js';
import { IntegrationsService } from '../catalogue/integrations.service.js';
import { IntegrationConnectionType, VendorCallType } from './graphql/integration-connection.type.js';
import { VendorCallLog } from './vendor-call-log.js';

const mostCalls = 100;

@Resolver(() => IntegrationConnectionType)
export class ConnectionFieldsResolver {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly agents: AgentsService,
    private readonly calls: VendorCallLog,
  ) {}

  @ResolveField(() => AgentType, { nullable: true, description: 'Null: the connection is the workspace’s own.' })
  @RequirePermission('agents:read')
  async agent(
    @Ctx() ctx: RequestContext,
    @Parent() { links: { agentKey, workspaceId } }: IntegrationConnectionType,
  ): Promise<AgentType | null> {
    // A platform ADMIN reads across workspaces: the agent is the connection's, not the reader's.
    return agentKey === null ? null : toAgentType(await this.agents.get({ ...ctx, workspaceId }, agentKey));
  }

  @ResolveField(() => IntegrationType)
  @RequirePermission('integrations:read')
  async integration(
    @Ctx() ctx: RequestContext,
    @Parent() { links }: IntegrationConnectionType,
  ): Promise<IntegrationType> {
    return this.integrations.presentStored(ctx, links.integrationKey);
  }

  @ResolveField(() => [VendorCallType], {
    description: 'The last requests to the vendor, the newest first; 100 are kept.',
  })
  @RequirePermission('integrations:read')
  async recentCalls(
    @Ctx() ctx: RequestContext,
    @Parent() { links }: IntegrationConnectionType,
    @Args('first', { type: () => Int, nullable: true, description: '1 to 100; 20 unless given.' }) first: number | null,
  ): Promise<VendorCallType[]> {
    return this.calls.recent(
      { ...ctx, workspaceId: links.workspaceId },
      links.id,
      Math.min(mostCalls, Math.max(1, first ?? 20)),
    );
  }
}
