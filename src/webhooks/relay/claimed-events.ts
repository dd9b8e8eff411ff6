import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';

/** A claim as its job names it. */
export interface ClaimReference {
  claimId: string;
  eventIds: readonly string[];
}

/** A claimed row as the worker reads it. */
export interface ClaimedRow {
  id: string;
  source: string;
  account: string;
  type: string;
  externalId: string;
  callKey: string | null;
  body: string | null;
  receivedAt: Date;
  attempts: number;
  requestId: string;
}

// By keys, never by a join: before its first statistics, a table looks so small that a join by the workspace alone seems as
// good, and reads all its events once for each row of the claim.
const read = {
  name: 'claim-read',
  text: `WITH held AS MATERIALIZED (
      SELECT event_id FROM webhook_pending WHERE workspace_id = $1 AND event_id = ANY ($2::uuid[]) AND claim_id = $3
      ORDER BY event_id FOR UPDATE
    )
    SELECT id, source, account, type, external_id AS "externalId", call_key AS "callKey", convert_from(body, 'UTF8') AS body,
      received_at AS "receivedAt", attempts, request_id AS "requestId"
    FROM webhook_events WHERE workspace_id = $1 AND id = ANY (ARRAY(SELECT event_id FROM held)) ORDER BY id`,
};
const finish = {
  name: 'claim-finish',
  text: `WITH done AS (DELETE FROM webhook_pending WHERE workspace_id = $1 AND event_id = ANY ($2::uuid[]))
    UPDATE webhook_events SET status = 'PROCESSED', processed_at = clock_timestamp(), error = NULL, retry_at = NULL,
      delete_after = now() + make_interval(days => coalesce((SELECT retention_days FROM workspaces WHERE id = $1), $3::int))
    WHERE workspace_id = $1 AND id = ANY ($2::uuid[])`,
};
const touch = {
  name: 'claim-touch-endpoints',
  text: `UPDATE webhook_endpoints SET last_event_at = greatest(last_event_at, $3)
    WHERE workspace_id = $1 AND id = ANY ($2::uuid[])`,
};
const giveBack = {
  name: 'claim-give-back',
  text: `UPDATE webhook_pending SET claim_id = NULL, claimed_until = '-infinity', claims = greatest(claims - 1, 0)
    WHERE workspace_id = $1 AND event_id = ANY ($2::uuid[]) AND claim_id = $3`,
};
const fail = {
  name: 'claim-fail',
  text: `WITH given_up AS (
      DELETE FROM webhook_pending WHERE workspace_id = $1 AND event_id = $2 AND claim_id = $6 RETURNING event_id
    )
    UPDATE webhook_events SET status = CASE WHEN attempts + 1 >= $5::int THEN 'DEAD' ELSE 'FAILED' END,
      attempts = attempts + 1, error = $3,
      retry_at = CASE WHEN attempts + 1 >= $5::int THEN NULL ELSE now() + make_interval(secs => $4) END
    WHERE workspace_id = $1 AND id = (SELECT event_id FROM given_up) RETURNING status`,
};

/** The rows of a claim; every statement finds them only while the claim still holds them. */
@Injectable()
export class ClaimedEvents {
  /** Locked until the unit of work ends, so that no second worker works on them meanwhile. */
  read(ctx: RequestContext, { claimId, eventIds }: ClaimReference): Promise<ClaimedRow[]> {
    return sql<ClaimedRow>(ctx, read, [ctx.workspaceId, eventIds, claimId]);
  }

  async finish(ctx: RequestContext, rows: readonly ClaimedRow[], bodyRetentionDays: number): Promise<void> {
    await sql(ctx, finish, [ctx.workspaceId, rows.map(({ id }) => id), bodyRetentionDays]);
    const endpoints = new Set(rows.flatMap(({ account }) => (account === 'deployment' ? [] : [account])));
    const latest = rows.at(-1)?.receivedAt;
    if (endpoints.size > 0) await sql(ctx, touch, [ctx.workspaceId, [...endpoints], latest]);
  }

  /** As if it had never been claimed: what failed was the database, not its events. */
  async giveBack(ctx: RequestContext, { claimId, eventIds }: ClaimReference): Promise<void> {
    await sql(ctx, giveBack, [ctx.workspaceId, eventIds, claimId]);
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
