import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../../kernel/database/index.js';

/** How a call ended, with what its alert needs. */
export interface EndedCall {
  [column: string]: unknown;
  id: string;
  assistantId: string | null;
  assistantName: string | null;
  status: string;
  /** By a fault of ours or of the platform: neither busy nor unanswered. */
  isFault: boolean;
  cause: string | null;
  endedAt: Date;
}

/** When a call of an assistant went well. */
export type GoodCall = Pick<EndedCall, 'assistantId' | 'endedAt'>;

const ended = 'coalesce(c.ended_at, c.updated_at)';
// What the sandbox plays is no incident.
const calls = `SELECT c.id, c.assistant_id AS "assistantId", a.name AS "assistantName", c.status, c.ended_reason AS cause,
    c.status = 'FAILED' AND c.outcome IS NOT DISTINCT FROM 'ERROR' AS "isFault", ${ended} AS "endedAt"
  FROM calls c LEFT JOIN voice_assistants a ON a.workspace_id = c.workspace_id AND a.id = c.assistant_id
  WHERE c.workspace_id = $1 AND NOT c.sandbox`;

const find = { name: 'alerts-call', text: `${calls} AND c.id = $2 AND c.status IN ('COMPLETED', 'FAILED')` };
const faults = {
  name: 'alerts-failed-calls',
  text: `${calls} AND c.status = 'FAILED' AND c.outcome = 'ERROR' AND c.began_at > $2::timestamptz - interval '1 day'
    AND ${ended} > $2::timestamptz - interval '2 hours' ORDER BY c.began_at DESC LIMIT 100`,
};
const lastGood = {
  name: 'alerts-good-calls',
  text: `SELECT c.assistant_id AS "assistantId", max(${ended}) AS "endedAt" FROM calls c
    WHERE c.workspace_id = $1 AND c.began_at > $2::timestamptz - interval '1 day' AND c.status = 'COMPLETED' AND NOT c.sandbox
    GROUP BY c.assistant_id`,
};

/** Calls as far as alerts about them go. */
@Injectable()
export class FailedCalls {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Null for a call that goes on, that the sandbox played, or that is gone. */
  async findEnded(ctx: RequestContext, id: string): Promise<EndedCall | null> {
    const [call = null] = await this.unitOfWork.run(ctx, (tx) => sql<EndedCall>(tx, find, [ctx.workspaceId, id]));
    return call;
  }

  /** Calls that a fault ended within the last two hours, the last first. */
  recentFaults(ctx: RequestContext, now: Date): Promise<EndedCall[]> {
    return this.unitOfWork.run(ctx, (tx) => sql<EndedCall>(tx, faults, [ctx.workspaceId, now]));
  }

  /** When a call of each assistant last went well, of those that began within a day. */
  lastGood(ctx: RequestContext, now: Date): Promise<GoodCall[]> {
    const values = [ctx.workspaceId, now];
    return this.unitOfWork.run(ctx, (tx) => sql<GoodCall & Record<string, unknown>>(tx, lastGood, values));
  }
}
