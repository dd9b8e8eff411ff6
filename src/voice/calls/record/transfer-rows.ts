import { uuidv7, type RequestContext } from '../../../kernel/context/index.js';
import { sql } from '../../../kernel/database/index.js';
import type { Transfer } from '../merge/project-call.js';

const store = {
  name: 'transfers-store',
  text: `INSERT INTO call_transfers (id, workspace_id, call_id, key, destination, status, at, summary)
    SELECT r.id, $1, r."callId", r.destination, r.destination, r.status, r.at, r.summary
    FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, "callId" uuid, destination text, status text, at timestamptz, summary text)
    ON CONFLICT (workspace_id, call_id, key) DO UPDATE SET status = excluded.status, at = excluded.at, summary = excluded.summary`,
};

export async function storeTransfers(
  ctx: RequestContext,
  transfers: readonly (Transfer & { callId: string })[],
): Promise<void> {
  if (transfers.length === 0) return;
  const records = transfers.map((transfer) => ({ ...transfer, id: uuidv7(), at: new Date(transfer.at).toISOString() }));
  await sql(ctx, store, [ctx.workspaceId, JSON.stringify(records)]);
}
