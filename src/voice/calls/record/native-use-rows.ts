import { uuidv7, type RequestContext } from '../../../kernel/context/index.js';
import { sql } from '../../../kernel/database/index.js';
import type { NativeToolUse } from '../../native-tools/native-tool.js';
import type { CallChange } from '../merge/settle-call.js';

interface Changed {
  call: { id: string; callKey: string };
  change: CallChange;
  assistantId: string | null;
  contactId: string | null;
}

/** Nobody here has ever held a lease on what Vapi runs by itself: that tells its rows from those of our own tools. */
const neverLeased = `'-infinity'::timestamptz`;

/** Who ran the tool of a row of `tool_invocations`, in SQL. */
export function kindOf(table: string): string {
  return `CASE WHEN ${table}.lease_until = ${neverLeased} THEN 'VAPI_NATIVE' ELSE 'OURS' END`;
}

// What this server has been asked for by the same id was its own tool, whatever its name: that row stays as it is.
const store = {
  name: 'native-uses-store',
  text: `INSERT INTO tool_invocations AS t (id, workspace_id, call_key, tool_call_id, name, arguments, state, lease_until,
      result, error, duration_ms, at, finished_at)
    SELECT r.id, $1, r."callKey", r."toolCallId", r.name, r.arguments, 'done', ${neverLeased}, r.result, r.error,
      r."durationMs", r.at, r.at + make_interval(secs => coalesce(r."durationMs", 0)::float8 / 1000)
    FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, "callKey" text, "toolCallId" text, name text, arguments jsonb,
      result text, error text, "durationMs" integer, at timestamptz)
    ORDER BY r."callKey", r."toolCallId"
    ON CONFLICT (workspace_id, call_key, tool_call_id) DO UPDATE SET name = excluded.name, arguments = excluded.arguments,
      result = excluded.result, error = excluded.error, duration_ms = excluded.duration_ms, at = excluded.at,
      finished_at = excluded.finished_at
    WHERE t.lease_until = ${neverLeased}
    RETURNING call_key AS "callKey", tool_call_id AS "toolCallId"`,
};

/** @returns the uses that are new, or of which more is known now, in one order for all who react to them. */
export async function storeNativeUses(ctx: RequestContext, changed: readonly Changed[]): Promise<NativeToolUse[]> {
  const told = changed
    .flatMap(({ call, change, assistantId, contactId }) =>
      change.nativeUses.map((use) => ({
        ...use,
        callId: call.id,
        callKey: call.callKey,
        assistantId,
        contactId,
        change,
      })),
    )
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  if (told.length === 0) return [];
  const records = told.map(({ change: _, ...use }) => ({ ...use, id: uuidv7(), at: new Date(use.at).toISOString() }));
  const rows = await sql<{ callKey: string; toolCallId: string }>(ctx, store, [
    ctx.workspaceId,
    JSON.stringify(records),
  ]);
  const stored = new Set(rows.map(keyOf));
  return told
    .filter((use) => stored.has(keyOf(use)))
    .map(({ digest: _digest, durationMs: _durationMs, change, ...use }) => ({
      ...use,
      at: new Date(use.at),
      sandbox: change.projection.sandbox,
    }));
}

function keyOf({ callKey, toolCallId }: { callKey: string; toolCallId: string }): string {
  return JSON.stringify([callKey, toolCallId]);
}
