import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import type { RecordedCall } from './join-calls.js';

type Row = RecordedCall & Record<string, unknown>;

// What was erased must not come back; without a number to erase, it is told by nothing else.
const lock = {
  name: 'reconciliation-lock-calls',
  text: `SELECT vapi_call_id AS "callKey", twilio_call_sid AS "callSid", report_key IS NOT NULL AND ended_at IS NOT NULL AS "isReported",
      status NOT IN ('COMPLETED', 'FAILED') AS "isOpen",
      sandbox OR (reconcile_attempts IS NULL AND NOT evidence ? 'customer') AS "isLeftAlone"
    FROM calls WHERE workspace_id = $1 AND (vapi_call_id = ANY($2::text[]) OR twilio_call_sid = ANY($3::text[]))
    ORDER BY vapi_call_id FOR UPDATE`,
};

export interface CallNames {
  callKeys: readonly string[];
  callSids: readonly string[];
}

/** Those that go by one of these names, locked until the end of the unit of work. */
export function lockRecordedCalls(tx: RequestContext, { callKeys, callSids }: CallNames): Promise<RecordedCall[]> {
  return sql<Row>(tx, lock, [tx.workspaceId, [...callKeys, ...callSids], callSids]);
}
