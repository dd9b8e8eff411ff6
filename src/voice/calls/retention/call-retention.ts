import { Injectable } from '@nestjs/common';
import { systemContext, type RequestContext } from '../../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../../kernel/database/index.js';
import { deleteAfter } from './delete-after.js';

/** Small enough that a page is read and its locks are held for milliseconds. */
const pageSize = 1_000;
const beforeAll = '00000000-0000-0000-0000-000000000000';

const changedWorkspaces = {
  name: 'calls-retention-workspaces',
  text: `SELECT id FROM workspaces WHERE $1 OR updated_at > now() - interval '1 hour' ORDER BY id`,
};

const due = deleteAfter('c.ended_at', 'c.began_at');

/**
 * Goes through the calls of a workspace in order of id. A call that is locked is being recorded: that sets its moment
 * too, and waiting for it could end in a circle.
 */
const applyToPage = {
  name: 'calls-retention-page',
  text: `WITH page AS MATERIALIZED (
      SELECT id FROM calls WHERE workspace_id = $1 AND id > $2 ORDER BY id LIMIT ${pageSize}
    ), stale AS MATERIALIZED (
      SELECT c.id, ${due} AS due FROM calls c JOIN page ON page.id = c.id
      WHERE c.workspace_id = $1 AND c.delete_after IS DISTINCT FROM ${due} FOR UPDATE OF c SKIP LOCKED
    ), moved AS (
      UPDATE calls c SET delete_after = stale.due FROM stale WHERE c.workspace_id = $1 AND c.id = stale.id RETURNING c.id
    )
    SELECT (SELECT id FROM page ORDER BY id DESC LIMIT 1) AS last, (SELECT count(*)::int FROM page) AS seen,
      (SELECT count(*)::int FROM moved) AS moved`,
};

interface Page extends Record<string, unknown> {
  last: string | null;
  seen: number;
  moved: number;
}

export interface RetentionRun {
  /** Every workspace, or those that were changed within the last hour. */
  all: boolean;
  /** Stops between two pages. */
  signal?: AbortSignal | undefined;
}

/**
 * Carries a changed retention over to the calls that are stored already: whoever shortens it wants old calls gone, and
 * whoever lengthens it wants them kept. It may run at any time, again, and several times at once.
 */
@Injectable()
export class CallRetention {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @param ctx with access `intake`: which workspaces there are is asked across them.
   * @returns how many calls have another moment of deletion now.
   */
  async apply(ctx: RequestContext, { all, signal }: RetentionRun): Promise<number> {
    const workspaces = await this.unitOfWork.run(ctx, (tx) => sql<{ id: string }>(tx, changedWorkspaces, [all]));
    let moved = 0;
    for (const { id } of workspaces) {
      if (signal?.aborted) break;
      moved += await this.applyIn(
        systemContext({ actor: 'voice.retention', workspaceId: id, requestId: ctx.requestId }),
        signal,
      );
    }
    return moved;
  }

  private async applyIn(ctx: RequestContext, signal: AbortSignal | undefined): Promise<number> {
    let moved = 0;
    let after: string | null = beforeAll;
    while (after !== null && !signal?.aborted) {
      const page: Page | undefined = await this.page(ctx, after);
      moved += page?.moved ?? 0;
      after = page?.seen === pageSize ? page.last : null;
    }
    return moved;
  }

  private async page(ctx: RequestContext, after: string): Promise<Page | undefined> {
    const [page] = await this.unitOfWork.run(ctx, (tx) => sql<Page>(tx, applyToPage, [ctx.workspaceId, after]));
    return page;
  }
}
