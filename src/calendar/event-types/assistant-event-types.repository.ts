import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';

const find = {
  name: 'assistant-event-types-find',
  text: `SELECT event_type_id AS id FROM assistant_event_types
    WHERE workspace_id = $1 AND assistant_id = $2 ORDER BY position`,
};
const findOfMany = {
  name: 'assistant-event-types-of-many',
  text: `SELECT assistant_id AS "assistantId", event_type_id AS id FROM assistant_event_types
    WHERE workspace_id = $1 AND assistant_id = ANY($2::uuid[]) ORDER BY assistant_id, position`,
};
const clear = {
  name: 'assistant-event-types-clear',
  text: 'DELETE FROM assistant_event_types WHERE workspace_id = $1 AND assistant_id = $2',
};
const store = {
  name: 'assistant-event-types-store',
  text: `INSERT INTO assistant_event_types (workspace_id, assistant_id, event_type_id, position)
    SELECT $1, $2, id, position FROM unnest($3::int[]) WITH ORDINALITY AS e (id, position)`,
};

/** Which event types an assistant offers to callers, in the owner's order. */
@Injectable()
export class AssistantEventTypes {
  async find(ctx: RequestContext, assistantId: string): Promise<number[]> {
    const rows = await sql<{ id: number }>(ctx, find, [ctx.workspaceId, assistantId]);
    return rows.map(({ id }) => id);
  }

  /** By assistant; those for which nothing was chosen are missing. */
  async findOfMany(ctx: RequestContext, assistantIds: readonly string[]): Promise<ReadonlyMap<string, number[]>> {
    const rows = await sql<{ assistantId: string; id: number }>(ctx, findOfMany, [ctx.workspaceId, assistantIds]);
    const chosen = new Map<string, number[]>();
    for (const { assistantId, id } of rows) chosen.set(assistantId, [...(chosen.get(assistantId) ?? []), id]);
    return chosen;
  }

  async replace(ctx: RequestContext, assistantId: string, eventTypeIds: readonly number[]): Promise<void> {
    await sql(ctx, clear, [ctx.workspaceId, assistantId]);
    await sql(ctx, store, [ctx.workspaceId, assistantId, eventTypeIds]);
  }
}
