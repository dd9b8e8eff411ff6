import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';

/** A claimed row as the worker reads it. */
export interface ClaimedRow {
  id: string;
  source: string;
  account: string;
  type: string;
  externalId: string;
  callKey: string | null;
  body: Buffer | null;
  receivedAt: Date;
  attempts: number;
  requestId: string;
}

const read = {
  name: 'claim-read',
  text: `SELECT id, source, account, type, external_id AS "externalId", call_key AS "callKey", body,
      received_at AS "receivedAt", attempts, request_id AS "requestId"
    FROM webhook_events
    WHERE workspace_id = $1 AND available_at = $2::timestamptz AND claim_id = $3 AND status IN ('RECEIVED', 'FAILED')
    ORDER BY id FOR UPDATE`,
};
const finish = {
  name: 'claim-finish',
  text: `UPDATE webhook_events SET status = 'PROCESSED', processed_at = clock_timestamp(), error = NULL, claim_id = NULL,
      delete_after = now() + make_interval(days => coalesce((SELECT retention_days FROM workspaces WHERE id = $1), $3::int))
    WHERE workspace_id = $1 AND id = ANY ($2::uuid[])`,
};
const touch = {
  name: 'claim-touch-endpoints',
  text: `UPDATE webhook_endpoints SET last_event_at = greatest(last_event_at, $3)
    WHERE workspace_id = $1 AND id = ANY ($2::uuid[])`,
};
const fail = {
  name: 'claim-fail',
  text: `UPDATE webhook_events SET status = CASE WHEN attempts + 1 >= $5::int THEN 'DEAD' ELSE 'FAILED' END,
      attempts = attempts + 1, claims = attempts + 1, error = $3, claim_id = NULL,
      available_at = now() + make_interval(secs => $4)
    WHERE workspace_id = $1 AND id = $2 AND claim_id = $6 AND status IN ('RECEIVED', 'FAILED') RETURNING status`,
};

/** The rows of a claim; every statement finds them only while the claim still holds them. */
@Injectable()
export class ClaimedEvents {
  /** Locked until the unit of work ends, so that no second worker works on them meanwhile. */
  read(ctx: RequestContext, claimId: string, leaseUntil: string): Promise<ClaimedRow[]> {
    return sql<ClaimedRow>(ctx, read, [ctx.workspaceId, leaseUntil, claimId]);
  }

  async finish(ctx: RequestContext, rows: readonly ClaimedRow[], bodyRetentionDays: number): Promise<void> {
    await sql(ctx, finish, [ctx.workspaceId, rows.map(({ id }) => id), bodyRetentionDays]);
    const endpoints = new Set(rows.flatMap(({ account }) => (account === 'deployment' ? [] : [account])));
    const latest = rows.at(-1)?.receivedAt;
    if (endpoints.size > 0) await sql(ctx, touch, [ctx.workspaceId, [...endpoints], latest]);
  }

  /**
   * @returns undefined when the claim no longer holds the event: somebody else has it, or it was finished and only the
   * answer to the commit was lost. Then there is nothing to fail.
   */
  async fail(
    ctx: RequestContext,
    id: string,
    failure: { claimId: string; error: string; delaySeconds: number; attempts: number },
  ): Promise<'FAILED' | 'DEAD' | undefined> {
    const values = [ctx.workspaceId, id, failure.error, failure.delaySeconds, failure.attempts, failure.claimId];
    const [row] = await sql<{ status: 'FAILED' | 'DEAD' }>(ctx, fail, values);
    return row?.status;
  }
}
