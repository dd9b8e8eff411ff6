import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../../../kernel/database/index.js';

/** A call whose report is missing, taken up to be asked for. */
export interface UnreportedCall {
  [column: string]: unknown;
  id: string;
  workspaceId: string;
  /** Vapi's id of the call. */
  callKey: string;
}

/** 5, 10, 20, … minutes after it was asked for, and every 6 hours in the end. */
const pause = `least(interval '6 hours', interval '150 seconds' * power(2, least(reconcile_attempts, 10)))`;

// Vapi keeps calls for 14 days. Ids of another shape are not Vapi's, and could lead elsewhere in its API.
const claim = {
  name: 'calls-claim-unreported',
  text: `UPDATE calls SET reconciled_at = $1, reconcile_attempts = reconcile_attempts + 1
    WHERE (workspace_id, id) = (
      SELECT workspace_id, id FROM calls
      WHERE report_key IS NULL AND reconcile_attempts IS NOT NULL AND NOT sandbox
        AND vapi_call_id ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        AND began_at > $1::timestamptz - interval '13 days'
        AND CASE WHEN status IN ('COMPLETED', 'FAILED') THEN updated_at <= $1::timestamptz - interval '3 minutes'
          ELSE updated_at <= $1::timestamptz - interval '5 minutes' AND began_at > $1::timestamptz - interval '7 days' END
        AND (reconciled_at IS NULL OR reconciled_at + ${pause} <= $1::timestamptz)
      ORDER BY coalesce(reconciled_at + ${pause}, updated_at) LIMIT 1 FOR UPDATE SKIP LOCKED
    ) RETURNING id, workspace_id AS "workspaceId", vapi_call_id AS "callKey"`,
};
const giveBack = {
  name: 'calls-give-back-unreported',
  text: `UPDATE calls SET reconcile_attempts = reconcile_attempts - 1
    WHERE workspace_id = $1 AND id = $2 AND reconcile_attempts > 0`,
};
const lock = {
  name: 'calls-lock-unreported',
  text: `SELECT id FROM calls WHERE workspace_id = $1 AND id = $2 AND report_key IS NULL AND reconcile_attempts IS NOT NULL
    FOR UPDATE`,
};
const leave = {
  name: 'calls-leave-unreported',
  text: 'UPDATE calls SET reconcile_attempts = NULL WHERE workspace_id = $1 AND id = $2',
};

/**
 * Calls that have been silent for a while and have no report. The row remembers when and how often it was asked for, so
 * that neither a full run nor a missed one loses a call.
 */
@Injectable()
export class UnreportedCalls {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Takes up the call that is due the longest, so that nobody else does; null when none is. */
  async claimAcrossTenants(ctx: RequestContext, now: Date): Promise<UnreportedCall | null> {
    const across = { ...ctx, access: 'intake' as const };
    const [call = null] = await this.unitOfWork.run(across, (tx) => sql<UnreportedCall>(tx, claim, [now]));
    return call;
  }

  /** It was not asked for in the end; this time does not count. */
  async giveBack(ctx: RequestContext, { id }: UnreportedCall): Promise<void> {
    await this.unitOfWork.run(ctx, (tx) => sql(tx, giveBack, [ctx.workspaceId, id]));
  }

  /** Locks the call. @returns false when it is gone, erased, or has got its report in the meantime. */
  async isStillWanted(ctx: RequestContext, { id }: UnreportedCall): Promise<boolean> {
    return (await sql(ctx, lock, [ctx.workspaceId, id])).length > 0;
  }

  /** Never asks for it again. */
  async leave(ctx: RequestContext, { id }: UnreportedCall): Promise<void> {
    await this.unitOfWork.run(ctx, (tx) => sql(tx, leave, [ctx.workspaceId, id]));
  }
}
