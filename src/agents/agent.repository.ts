import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../kernel/context/index.js';
import { sql } from '../kernel/database/index.js';
import { fieldsOf, type UpdateAgent } from './agent-input.js';
import type { AgentKey } from './agent-keys.js';

/** What a workspace has changed about an agent; null stands for what the catalogue says. */
export interface AgentOverrides {
  name: string | null;
  instructions: string | null;
  enabled: boolean | null;
  modelProvider: string | null;
  model: string | null;
}

export interface AgentRow extends AgentOverrides {
  key: string;
}

const columns = 'key, name, instructions, enabled, model_provider AS "modelProvider", model';

const list = {
  name: 'agents-list',
  text: `SELECT ${columns} FROM agents WHERE workspace_id = $1`,
};
const find = {
  name: 'agents-find',
  text: `SELECT ${columns} FROM agents WHERE workspace_id = $1 AND key = $2`,
};
// Two people who change different fields at once both get their way, with a row or without one before.
const save = {
  name: 'agents-save',
  text: `INSERT INTO agents (workspace_id, key, name, instructions, enabled, model_provider, model)
    VALUES ($1, $2, $4, $5, $6, $7, $8)
    ON CONFLICT (workspace_id, key) DO UPDATE SET
      name = CASE WHEN 'name' = ANY($3::text[]) THEN excluded.name ELSE agents.name END,
      instructions = CASE WHEN 'instructions' = ANY($3::text[]) THEN excluded.instructions ELSE agents.instructions END,
      enabled = CASE WHEN 'enabled' = ANY($3::text[]) THEN excluded.enabled ELSE agents.enabled END,
      model_provider = CASE WHEN 'modelProvider' = ANY($3::text[]) THEN excluded.model_provider ELSE agents.model_provider END,
      model = CASE WHEN 'model' = ANY($3::text[]) THEN excluded.model ELSE agents.model END,
      updated_at = now()
    RETURNING ${columns}`,
};

@Injectable()
export class AgentRepository {
  /** Of the context's workspace, in no order; an agent that was never changed has no row. */
  list(ctx: RequestContext): Promise<AgentRow[]> {
    return sql<AgentRow>(ctx, list, [ctx.workspaceId]);
  }

  async find(ctx: RequestContext, key: AgentKey): Promise<AgentRow | null> {
    return (await sql<AgentRow>(ctx, find, [ctx.workspaceId, key]))[0] ?? null;
  }

  /** Changes what the change gives, and leaves the rest. */
  async save(ctx: RequestContext, key: AgentKey, change: UpdateAgent): Promise<AgentRow> {
    const { name, instructions, enabled, modelProvider, model } = change;
    const overrides = [name, instructions, enabled, modelProvider, model].map((value) => value ?? null);
    const [row] = await sql<AgentRow>(ctx, save, [ctx.workspaceId, key, fieldsOf(change), ...overrides]);
    if (!row) throw new Error('The saved agent did not come back.');
    return row;
  }
}
