import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../../kernel/database/index.js';

/** How far what Vapi tells by itself has fallen behind what it has on record. */
export interface Hearing {
  [column: string]: unknown;
  /** When the last call ended whose report is known here, however it came. */
  lastEnd: Date | null;
  /** When Vapi last told us anything, within two days. */
  lastEvent: Date | null;
  /** The workspace’s own endpoint, where it has one. */
  endpointId: string | null;
}

// Ids are made from the time, so that the newest events are read by their key. Other ids are not Vapi's.
const hearing = {
  name: 'alerts-hearing',
  text: `SELECT
    (SELECT max(ended_at) FROM calls WHERE workspace_id = $1 AND began_at > $2::timestamptz - interval '1 day'
      AND ended_at BETWEEN $2::timestamptz - interval '1 day' AND $2::timestamptz - interval '10 minutes'
      AND report_key IS NOT NULL AND NOT sandbox
      AND vapi_call_id ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') AS "lastEnd",
    (SELECT received_at FROM webhook_events WHERE workspace_id = $1 AND source = 'vapi' AND id > $3
      ORDER BY id DESC LIMIT 1) AS "lastEvent",
    (SELECT id FROM webhook_endpoints WHERE workspace_id = $1 AND source = 'vapi' AND deleted_at IS NULL
      ORDER BY last_event_at DESC NULLS LAST, id LIMIT 1) AS "endpointId"`,
};

const twoDaysMs = 2 * 24 * 60 * 60_000;

@Injectable()
export class UnheardCalls {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async hearing(ctx: RequestContext, now: Date): Promise<Hearing> {
    const since = idAt(now.getTime() - twoDaysMs);
    const [row] = await this.unitOfWork.run(ctx, (tx) => sql<Hearing>(tx, hearing, [ctx.workspaceId, now, since]));
    return row ?? { lastEnd: null, lastEvent: null, endpointId: null };
  }
}

/** The lowest id of version 7 that is made at a moment. */
function idAt(milliseconds: number): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
