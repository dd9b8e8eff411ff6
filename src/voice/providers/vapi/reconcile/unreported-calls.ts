import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../../../kernel/database/index.js';
import { everyMs } from './reconcile-calls.job.js';

/** A call whose report is missing. */
export interface UnreportedCall {
  [column: string]: unknown;
  workspaceId: string;
  callKey: string;
}

/** Reports come seconds after the end of a call; most calls are over by then. */
const firstAfterMinutes = 5;

// Asked for after 5, 10, 20, 40, … minutes: whenever the age has doubled since the last run. So nothing needs to remember it.
const due = {
  name: 'calls-unreported',
  text: `SELECT workspace_id AS "workspaceId", vapi_call_id AS "callKey"
    FROM (SELECT workspace_id, vapi_call_id, began_at, extract(epoch FROM $1::timestamptz - began_at) / 60 AS age FROM calls
      WHERE report_key IS NULL AND vapi_call_id IS NOT NULL AND NOT sandbox
        AND began_at BETWEEN $1::timestamptz - interval '1 day' AND $1::timestamptz - make_interval(mins => ${firstAfterMinutes})
    ) AS unreported
    WHERE floor(log(2, age / ${firstAfterMinutes})) > floor(log(2, greatest(age - $2::numeric / 60000, ${firstAfterMinutes / 2}) / ${firstAfterMinutes}))
    ORDER BY began_at LIMIT 100`,
};

/** Finds, in all workspaces, the calls of which it is time to ask what has become of them. */
@Injectable()
export class UnreportedCalls {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  findDueAcrossTenants(ctx: RequestContext, now: Date): Promise<UnreportedCall[]> {
    const across = { ...ctx, access: 'intake' as const };
    return this.unitOfWork.run(across, (tx) => sql<UnreportedCall>(tx, due, [now, everyMs]));
  }
}
