import type { DataSource } from 'typeorm';
import { uuidv7, type RequestContext } from '../../src/kernel/context/index.js';
import { sql, UnitOfWork } from '../../src/kernel/database/index.js';

/** A call as it might stand in the record, for what reads calls; what is left out is that of an answered call. */
export interface CallRow {
  beganAt: string;
  assistantId?: string | null;
  clientId?: string | null;
  contactId?: string | null;
  status?: string;
  outcome?: string | null;
  direction?: string | null;
  endedReason?: string | null;
  seconds?: number | null;
  satisfaction?: number | null;
  vapiCallId?: string;
  /** Lines of the ledger: amount and currency. */
  costs?: [string, string][];
}

const answered = {
  status: 'COMPLETED',
  outcome: 'CONVERSATION',
  direction: 'INBOUND',
  endedReason: null,
  seconds: null,
  satisfaction: null,
  assistantId: null,
  clientId: null,
  contactId: null,
};

/** Puts calls and their cost lines into a workspace. @returns their ids. */
export function insertCalls(dataSource: DataSource, ctx: RequestContext, rows: readonly CallRow[]): Promise<string[]> {
  return new UnitOfWork(dataSource).run(ctx, async (tx) => {
    const ids: string[] = [];
    for (const row of rows) ids.push(await insertCall(tx, row));
    return ids;
  });
}

async function insertCall(ctx: RequestContext, { costs = [], ...row }: CallRow): Promise<string> {
  const id = uuidv7();
  const call = { ...answered, vapiCallId: id, ...row };
  await insert(ctx, 'calls', {
    id,
    workspace_id: ctx.workspaceId,
    vapi_call_id: call.vapiCallId,
    began_at: call.beganAt,
    status: call.status,
    outcome: call.outcome,
    direction: call.direction,
    ended_reason: call.endedReason,
    duration_seconds: call.seconds,
    satisfaction: call.satisfaction,
    assistant_id: call.assistantId,
    client_id: call.clientId,
    contact_id: call.contactId,
  });
  for (const [line, [amount, currency]] of costs.entries()) {
    await insert(ctx, 'usage_entries', {
      workspace_id: ctx.workspaceId,
      subject_kind: 'call',
      subject_id: id,
      revision: 'r1',
      line,
      source: 'vapi',
      original_amount: amount,
      original_currency: currency,
      amount,
      currency,
      rate: 1,
      at: row.beganAt,
    });
  }
  return id;
}

/** One row from the columns given. */
export async function insert(ctx: RequestContext, table: string, columns: Record<string, unknown>): Promise<void> {
  const names = Object.keys(columns);
  const places = names.map((_, index) => `$${index + 1}`);
  await sql(ctx, `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`, Object.values(columns));
}
