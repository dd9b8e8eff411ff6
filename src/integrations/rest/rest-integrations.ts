import { Injectable } from '@nestjs/common';
import { AgentsService, toAgentType, type Agent } from '../../agents/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import type { Connector } from '../core/connector.js';
import { IntegrationsService } from '../catalogue/integrations.service.js';
import { toActionType, toCapabilityType } from '../catalogue/to-integration-type.js';
import type { Connection } from '../connections/connection.js';
import { ConnectionsService } from '../connections/connections.service.js';
import { ConnectionStatus } from '../connections/graphql/integration-connection.type.js';
import { toConnectionType } from '../connections/to-connection-type.js';
import { NotForAgent } from '../integrations.errors.js';

/** An agent with its integrations, each with what is connected. */
export interface RestAgent {
  agent: object;
  integrations: object[];
}

/** Integrations over REST: the field names of GraphQL, grouped by agent. */
@Injectable()
export class RestIntegrations {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly connections: ConnectionsService,
    private readonly agents: AgentsService,
  ) {}

  async all(ctx: RequestContext): Promise<RestAgent[]> {
    const [agents, connections] = await Promise.all([this.agents.list(ctx), this.connections.list(ctx, {})]);
    return Promise.all(agents.map((agent) => this.group(ctx, agent, connections)));
  }

  /** What is connected with the workspace itself: those that belong to no agent. */
  async ofWorkspace(ctx: RequestContext): Promise<object[]> {
    const connections = await this.connections.list(ctx, {});
    const connectors = (await this.integrations.list(ctx)).filter(({ agents }) => Object.keys(agents).length === 0);
    return connectors.map((connector) =>
      this.describe(
        ctx,
        connector,
        connections.filter(({ integrationKey }) => integrationKey === connector.key),
      ),
    );
  }

  /** @throws AgentNotFound */
  async ofAgent(ctx: RequestContext, agentId: string): Promise<RestAgent> {
    const agent = await this.agents.get(ctx, agentId);
    return this.group(ctx, agent, await this.connections.list(ctx, { agentId: agent.key }));
  }

  /** @throws AgentNotFound, IntegrationNotFound, NotForAgent */
  async one(ctx: RequestContext, agentId: string, integrationId: string): Promise<object> {
    const agent = await this.agents.get(ctx, agentId);
    const connector = await this.integrations.get(integrationId);
    const share = connector.agents[agent.key];
    if (!share) throw new NotForAgent(Object.keys(connector.agents));
    const connections = await this.connections.list(ctx, { agentId: agent.key, integrationId });
    return {
      ...this.describe(ctx, connector, connections),
      capabilities: share.capabilities.map((capability) => toCapabilityType(agent.key, capability, ctx.locale)),
      actions: share.actions.map((action) => toActionType(action, ctx.locale)),
    };
  }

  present(ctx: RequestContext, connection: Connection): object {
    const { links, ...fields } = toConnectionType(connection, ctx.locale);
    return { ...fields, agentKey: links.agentKey, integrationId: links.integrationKey };
  }

  private async group(ctx: RequestContext, agent: Agent, connections: readonly Connection[]): Promise<RestAgent> {
    const connectors = await this.integrations.ofAgent(agent.key);
    const own = connections.filter(({ agentKey }) => agentKey === agent.key);
    return {
      // What agents are told is for who may read agents.
      agent: { id: toAgentType(agent).id, key: agent.key, name: agent.name, role: agent.role },
      integrations: connectors.map((connector) =>
        this.describe(
          ctx,
          connector,
          own.filter(({ integrationKey }) => integrationKey === connector.key),
        ),
      ),
    };
  }

  private describe(ctx: RequestContext, connector: Connector, connections: readonly Connection[]): object {
    const shown = connections.map((connection) => this.present(ctx, connection));
    const status = connections[0]?.status ?? ConnectionStatus.NOT_CONFIGURED;
    return Object.assign({}, this.integrations.present(ctx, connector), { status, connections: shown });
  }
}
