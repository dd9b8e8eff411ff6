import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../kernel/database/index.js';
import type { Platform } from './platform.js';

/** How far an account has been compared. */
export interface ReconciliationState extends Record<string, unknown> {
  /** All calls made before then are on record as they ended; null where none has been compared yet. */
  comparedUntil: Date | null;
  /** In a row. */
  failures: number;
}

const claim = {
  name: 'call-reconciliations-claim',
  text: `INSERT INTO call_reconciliations (workspace_id, platform, asked_at) VALUES ($1, $2, $3)
    ON CONFLICT (workspace_id, platform) DO UPDATE SET asked_at = excluded.asked_at
      WHERE call_reconciliations.asked_at <= excluded.asked_at - interval '20 seconds'
        AND (call_reconciliations.not_before IS NULL OR call_reconciliations.not_before <= excluded.asked_at)
    RETURNING compared_until AS "comparedUntil", failures`,
};
const compared = {
  name: 'call-reconciliations-compared',
  text: `UPDATE call_reconciliations SET compared_until = $3, failures = 0, not_before = NULL
    WHERE workspace_id = $1 AND platform = $2`,
};
const failed = {
  name: 'call-reconciliations-failed',
  text: `UPDATE call_reconciliations SET failures = failures + 1, not_before = $3
    WHERE workspace_id = $1 AND platform = $2`,
};

/** When accounts were last asked, and what they may be asked again; those of the deployment under its own workspace. */
@Injectable()
export class ReconciliationStates {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Null where the account was asked a moment ago, or wants to be left alone as yet. */
  async claim(ctx: RequestContext, platform: Platform, now: Date): Promise<ReconciliationState | null> {
    const values = [ctx.workspaceId, platform, now];
    const [state = null] = await this.unitOfWork.run(ctx, (tx) => sql<ReconciliationState>(tx, claim, values));
    return state;
  }

  async compared(ctx: RequestContext, platform: Platform, until: Date): Promise<void> {
    await this.unitOfWork.run(ctx, (tx) => sql(tx, compared, [ctx.workspaceId, platform, until]));
  }

  async failed(ctx: RequestContext, platform: Platform, notBefore: Date): Promise<void> {
    await this.unitOfWork.run(ctx, (tx) => sql(tx, failed, [ctx.workspaceId, platform, notBefore]));
  }
}
