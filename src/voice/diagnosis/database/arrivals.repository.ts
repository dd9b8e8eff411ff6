import { Injectable } from '@nestjs/common';
import { deploymentWorkspaceId, systemContext, type RequestContext } from '../../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../../kernel/database/index.js';

/** The last call of an assistant, as it is on record. */
export interface LastCall extends Record<string, unknown> {
  status: string;
  outcome: string | null;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  endedReason: string | null;
  segments: number;
  callerSegments: number;
}

interface KnownCall extends Record<string, unknown> {
  callKey: string | null;
  callSid: string | null;
}

const probe = {
  name: 'diagnosis-probe',
  text: `SELECT status FROM webhook_events
    WHERE workspace_id = $1 AND source = 'vapi' AND external_id = $2 AND received_at > now() - interval '1 minute'`,
};
const lastEvent = {
  name: 'diagnosis-last-event',
  text: `SELECT received_at AS at FROM webhook_events
    WHERE workspace_id = $1 AND source = ANY($2::text[]) AND call_key IS NOT NULL ORDER BY id DESC LIMIT 1`,
};
const lastCall = {
  name: 'diagnosis-last-call',
  text: `SELECT c.status, c.outcome, c.created_at AS "createdAt", c.started_at AS "startedAt", c.ended_at AS "endedAt",
      c.ended_reason AS "endedReason", s.segments, s.caller AS "callerSegments"
    FROM (SELECT * FROM calls WHERE workspace_id = $1 AND assistant_id = $2 ORDER BY began_at DESC, id DESC LIMIT 1) c
    CROSS JOIN LATERAL (SELECT count(*)::int AS segments, count(*) FILTER (WHERE role = 'CALLER')::int AS caller
      FROM transcript_segments t WHERE t.workspace_id = $1 AND t.call_id = c.id) s`,
};

const known = {
  name: 'diagnosis-known-calls',
  text: `SELECT vapi_call_id AS "callKey", twilio_call_sid AS "callSid" FROM calls
    WHERE workspace_id = $1 AND (vapi_call_id = ANY($2::text[]) OR twilio_call_sid = ANY($2::text[]))`,
};

/** What has arrived, and what became of it. */
@Injectable()
export class Arrivals {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What became of a probe; null while it is not there. @param workspaceId null for the deployment’s own. */
  async statusOfProbe(workspaceId: string | null, externalId: string): Promise<string | null> {
    const ctx = systemContext({ actor: 'diagnosis', workspaceId: workspaceId ?? deploymentWorkspaceId });
    return this.unitOfWork.run(ctx, async (tx) => {
      const [row] = await sql<{ status: string }>(tx, probe, [tx.workspaceId, externalId]);
      return row?.status ?? null;
    });
  }

  /** When the platforms last told of a call; null for never. */
  async lastEventAt(ctx: RequestContext, sources: readonly string[]): Promise<Date | null> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const [row] = await sql<{ at: Date }>(tx, lastEvent, [tx.workspaceId, [...sources]]);
      return row?.at ?? null;
    });
  }

  /** Which of these names of calls, at whichever platform, are on record. */
  async known(ctx: RequestContext, names: readonly string[]): Promise<ReadonlySet<string>> {
    if (names.length === 0) return new Set();
    return this.unitOfWork.run(ctx, async (tx) => {
      const rows = await sql<KnownCall>(tx, known, [tx.workspaceId, [...names]]);
      return new Set(rows.flatMap(({ callKey, callSid }) => [callKey, callSid].filter((each) => each !== null)));
    });
  }

  async lastCall(ctx: RequestContext, assistantId: string): Promise<LastCall | null> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const [row = null] = await sql<LastCall>(tx, lastCall, [tx.workspaceId, assistantId]);
      return row;
    });
  }
}
