import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../kernel/auth/index.js';
import type { RequestContext } from '../kernel/context/index.js';
import { NodeResolver, type NodeSource } from '../kernel/graphql/index.js';
import { agentPrefix, toAgentId } from './agent-id.js';
import { AgentsService } from './agents.service.js';
import { AgentType, toAgentType } from './graphql/agent.type.js';
import { UpdateAgentInput } from './graphql/update-agent.input.js';

@Resolver(() => AgentType)
@NodeResolver(agentPrefix, { type: () => AgentType, access: { permission: 'agents:read' } })
export class AgentsResolver implements NodeSource {
  constructor(private readonly service: AgentsService) {}

  @Query(() => [AgentType], { description: 'The workspace’s seven specialists, always in the same order.' })
  @RequirePermission('agents:read')
  async agents(@Ctx() ctx: RequestContext): Promise<AgentType[]> {
    return (await this.service.list(ctx)).map(toAgentType);
  }

  @Query(() => AgentType, {
    nullable: true,
    description: 'By id, or by key such as `soshie`. Null for what names no agent of this workspace.',
  })
  @RequirePermission('agents:read')
  async agent(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<AgentType | null> {
    const agent = await this.service.find(ctx, id);
    return agent && toAgentType(agent);
  }

  @Mutation(() => AgentType, {
    description:
      'Changes what is given and leaves the rest. The agent is named by its id, or by its key such as `soshie`.',
  })
  @RequirePermission('agents:write')
  async updateAgent(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: UpdateAgentInput,
  ): Promise<AgentType> {
    return toAgentType(await this.service.update(ctx, id, input));
  }

  findNode(ctx: RequestContext, id: string): Promise<AgentType | null> {
    return this.agent(ctx, toAgentId(id));
  }
}
