import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AgentsService, AgentType, toAgentType } from '../../agents/index.js';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { CapabilityType, IntegrationActionType, IntegrationType } from './graphql/integration.type.js';
import { IntegrationsService } from './integrations.service.js';
import { toActionType, toCapabilityType } from './to-integration-type.js';

@ArgsType()
class OfAgentArgs {
  @Field(() => ID, { nullable: true, description: 'Id or key of an agent; all agents where left out.' })
  agentId?: string | null;
}

@Resolver(() => IntegrationType)
export class IntegrationsResolver {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly agentList: AgentsService,
  ) {}

  @Query(() => [IntegrationType], { name: 'integrations', description: 'What there is to be connected with.' })
  @RequirePermission('integrations:read')
  async all(
    @Ctx() ctx: RequestContext,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
  ): Promise<IntegrationType[]> {
    const found = await this.integrations.list(ctx, search);
    return found.map((connector) => this.integrations.present(ctx, connector));
  }

  @ResolveField(() => [CapabilityType])
  @RequirePermission('integrations:read')
  async capabilities(
    @Ctx() ctx: RequestContext,
    @Parent() { id }: IntegrationType,
    @Args() { agentId }: OfAgentArgs,
  ): Promise<CapabilityType[]> {
    const shares = await this.integrations.shares(ctx, id, agentId);
    return shares.flatMap(([agentKey, { capabilities }]) =>
      capabilities.map((capability) => toCapabilityType(agentKey, capability, ctx.locale)),
    );
  }

  @ResolveField(() => [IntegrationActionType], { description: 'An action that several agents have is told once.' })
  @RequirePermission('integrations:read')
  async actions(
    @Ctx() ctx: RequestContext,
    @Parent() { id }: IntegrationType,
    @Args() { agentId }: OfAgentArgs,
  ): Promise<IntegrationActionType[]> {
    const shares = await this.integrations.shares(ctx, id, agentId);
    const actions = new Set(shares.flatMap(([, share]) => share.actions));
    return [...actions].map((action) => toActionType(action, ctx.locale));
  }

  @ResolveField(() => [AgentType], {
    description: 'The agents that work with it; none where it is the workspace’s own.',
  })
  @RequirePermission('agents:read')
  async agents(@Ctx() ctx: RequestContext, @Parent() { id }: IntegrationType): Promise<AgentType[]> {
    const users = (await this.integrations.shares(ctx, id)).map(([agentKey]) => agentKey);
    return (await this.agentList.list(ctx)).filter(({ key }) => users.includes(key)).map(toAgentType);
  }
}
