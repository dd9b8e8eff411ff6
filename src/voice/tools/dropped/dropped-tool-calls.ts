import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../../kernel/database/index.js';
import { AppLogger } from '../../../kernel/observability/index.js';
import { apologies } from '../spoken.js';

// Longer than Vapi waits for a tool (20 s by default, https://docs.vapi.ai/tools/custom-tools) and than a second request
// for it would wait: nobody listens for the answer any more. One whose holder commits this moment is locked, and left to it.
const close = {
  name: 'tool-ledger-close-dropped',
  text: `UPDATE tool_invocations t SET state = 'done', finished_at = clock_timestamp(),
      error = CASE WHEN w.locale LIKE 'fr%' THEN $1 ELSE $2 END
    FROM (
      SELECT workspace_id, id FROM tool_invocations
      WHERE state = 'pending' AND lease_until < clock_timestamp() - interval '30 seconds'
      LIMIT 500 FOR UPDATE SKIP LOCKED
    ) dropped JOIN workspaces w ON w.id = dropped.workspace_id
    WHERE t.workspace_id = dropped.workspace_id AND t.id = dropped.id AND t.state = 'pending'
    RETURNING t.workspace_id AS "workspaceId", t.call_key AS "callId", t.tool_call_id AS "toolCallId", t.name AS tool`,
};

/** Tool calls whose process died with them: without an end they would be open in the owner's list for ever. */
@Injectable()
export class DroppedToolCalls {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: AppLogger,
  ) {}

  /**
   * Ends what was dropped with an apology; what the tool did had been rolled back with its process.
   *
   * @param ctx with access `intake`: this runs across workspaces.
   */
  async close(ctx: RequestContext): Promise<void> {
    const closed = await this.unitOfWork.run(ctx, (tx) => sql(tx, close, [apologies.failed.fr, apologies.failed.en]));
    for (const labels of closed) this.log.warn('vapi.webhook.function_call', { ...labels, outcome: 'dropped' });
  }
}
