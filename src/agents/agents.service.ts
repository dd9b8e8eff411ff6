import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered, AuditTrail } from '../kernel/auth/index.js';
import type { RequestContext } from '../kernel/context/index.js';
import { UnitOfWork } from '../kernel/database/index.js';
import { inLocale, parseInput } from '../kernel/errors/index.js';
import { agentUuid, toAgentId, toAgentKey } from './agent-id.js';
import { fieldsOf, updateAgentInput } from './agent-input.js';
import type { AgentKey } from './agent-keys.js';
import { AgentRepository, type AgentOverrides } from './agent.repository.js';
import { AgentNotFound } from './agents.errors.js';
import type { Specialist } from './specialists/define-specialist.js';
import { specialists } from './specialists/specialists.js';

/** A specialist as its workspace has it, in the language of the context. */
export interface Agent {
  /** A UUID, as foreign tables hold it; clients see `agent_<uuid>`. */
  id: string;
  key: AgentKey;
  name: string;
  role: string;
  description: string;
  instructions: string;
  enabled: boolean;
  modelProvider: string | null;
  model: string | null;
}

/** The seven specialists of each workspace: what the catalogue says, with what the workspace has changed. */
@Injectable()
export class AgentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agents: AgentRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** All seven, always in the same order. */
  async list(ctx: RequestContext): Promise<Agent[]> {
    const rows = await this.unitOfWork.run(ctx, (tx) => this.agents.list(tx));
    return specialists.map((specialist) => {
      const row = rows.find(({ key }) => key === specialist.key);
      return toAgent(ctx, specialist, row ?? null);
    });
  }

  /** @param idOrKey `agent_<uuid>`, or a bare key such as `soshie`. Another workspace's id finds nothing. */
  async find(ctx: RequestContext, idOrKey: string): Promise<Agent | null> {
    const specialist = specialistOf(ctx, idOrKey);
    if (!specialist) return null;
    return toAgent(ctx, specialist, await this.unitOfWork.run(ctx, (tx) => this.agents.find(tx, specialist.key)));
  }

  /** @throws AgentNotFound */
  async get(ctx: RequestContext, idOrKey: string): Promise<Agent> {
    const agent = await this.find(ctx, idOrKey);
    if (!agent) throw new AgentNotFound(idOrKey);
    return agent;
  }

  /**
   * Changes what is given. Null goes back to what the catalogue says.
   *
   * @throws AgentNotFound, InvalidInput
   */
  async update(ctx: RequestContext, idOrKey: string, input: unknown): Promise<Agent> {
    assertWorkspaceEntered(ctx);
    const specialist = specialistOf(ctx, idOrKey);
    if (!specialist) throw new AgentNotFound(idOrKey);
    const change = parseInput(updateAgentInput, input);
    const fields = fieldsOf(change);
    if (fields.length === 0) return this.get(ctx, idOrKey);
    return this.unitOfWork.run(ctx, async (tx) => {
      const agent = toAgent(ctx, specialist, await this.agents.save(tx, specialist.key, change));
      // The log is never erased: it names the fields, not what stands in them.
      await this.audit.record(tx, { action: 'agent.updated', targetId: toAgentId(agent.id), details: { fields } });
      return agent;
    });
  }
}

function specialistOf(ctx: RequestContext, idOrKey: string): Specialist | undefined {
  const key = toAgentKey(ctx, idOrKey);
  return specialists.find((specialist) => specialist.key === key);
}

function toAgent({ workspaceId, locale }: RequestContext, specialist: Specialist, row: AgentOverrides | null): Agent {
  const { key, name, role, description, instructions } = specialist;
  return {
    id: agentUuid(workspaceId, key),
    key,
    name: row?.name ?? name,
    role: inLocale(role, locale),
    description: inLocale(description, locale),
    instructions: row?.instructions ?? inLocale(instructions, locale),
    enabled: row?.enabled ?? true,
    modelProvider: row?.modelProvider ?? null,
    model: row?.model ?? null,
  };
}
