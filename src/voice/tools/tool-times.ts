import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../kernel/database/index.js';

export interface ToolTimesQuestion {
  /** As the model calls them. */
  names: readonly string[];
  from: Date;
  /** Without itself. */
  to: Date;
  /** 0.95: of a hundred callers 95 waited no longer. */
  share: number;
}

const percentile = {
  name: 'tool-times-percentile',
  text: `SELECT percentile_cont($4::float8) WITHIN GROUP (ORDER BY duration_ms) AS ms FROM tool_invocations
    WHERE name = ANY($1::text[]) AND at >= $2 AND at < $3 AND state = 'done' AND duration_ms IS NOT NULL
      AND ($5::uuid IS NULL OR workspace_id = $5)`,
};

/** How long callers have waited for tools. */
@Injectable()
export class ToolTimes {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Milliseconds; null when none of them was used. With access `admin`, of all workspaces. */
  async percentile(ctx: RequestContext, { names, from, to, share }: ToolTimesQuestion): Promise<number | null> {
    const workspace = ctx.access === 'admin' ? null : ctx.workspaceId;
    const [row] = await this.unitOfWork.run(ctx, (tx) =>
      sql<{ ms: number | null }>(tx, percentile, [names, from, to, share, workspace]),
    );
    return row?.ms ?? null;
  }
}
