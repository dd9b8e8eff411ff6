import { Injectable } from '@nestjs/common';
import { AgentsService } from '../../agents/index.js';
import { assertWorkspaceEntered } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { ConnectionAccess } from '../connections/connection-access.service.js';
import { ConnectionsService } from '../connections/connections.service.js';
import type { Action } from '../core/define-action.js';
import { ActionNotOffered, AgentSwitchedOff } from '../integrations.errors.js';

/** What an agent wants done by one of its integrations. */
export interface ActionOrder {
  /** Id or key. */
  agentId: string;
  integrationId: string;
  /** `default` unless given. */
  connectionName?: string | undefined;
  /** The action's key. */
  action: string;
  /** As the action's `inputSchema` says. */
  input: unknown;
  /** The same key has one effect at vendors that honour such keys. */
  idempotencyKey?: string | undefined;
}

/** Runs the actions of integrations for agents: with the agent's own credentials, and only what its pair offers. */
@Injectable()
export class IntegrationActions {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly access: ConnectionAccess,
    private readonly agents: AgentsService,
  ) {}

  /**
   * @throws AgentSwitchedOff, ActionNotOffered, ConnectionNotFound, Disconnected, SignInNeeded, InvalidInput; HttpFailure for what the vendor
   * refuses; RateLimited when the vendor's limit is used up.
   */
  async run(ctx: RequestContext, order: ActionOrder): Promise<unknown> {
    const { agentId, integrationId, connectionName, action: key, input, idempotencyKey } = order;
    assertWorkspaceEntered(ctx);
    if (!(await this.agents.get(ctx, agentId)).enabled) throw new AgentSwitchedOff();
    const choice = { agentId, integrationId, name: connectionName };
    const stored = await this.connections.require(ctx, choice);
    const action = offered(stored.connector.agents[stored.connection.agentKey ?? '']?.actions, key);
    const client = this.access.client(ctx, stored, { action: key, idempotencyKey, once: action.billed });
    return action.run(client, input);
  }
}

function offered(actions: readonly Action[] | undefined, key: string): Action {
  const action = actions?.find((each) => each.key === key);
  if (!action) throw new ActionNotOffered(key);
  return action;
}
