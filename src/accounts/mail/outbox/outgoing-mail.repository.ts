import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { sql } from '../../../kernel/database/index.js';

/** Which mail, and whose: all that leaves the table in clear. */
export interface MailReference {
  id: string;
  workspaceId: string;
}

const takeWaiting = `UPDATE outgoing_mails SET queued_at = $1 WHERE id IN (
    SELECT id FROM outgoing_mails WHERE queued_at <= $1::timestamptz - interval '2 minutes'
    ORDER BY queued_at LIMIT $2 FOR UPDATE SKIP LOCKED
  ) RETURNING id, workspace_id AS "workspaceId"`;

/** Mails that wait to be sent. Any workspace writes them; to read them takes access `accounts`. */
@Injectable()
export class OutgoingMailRepository {
  async insert(ctx: RequestContext, mail: { id: string; sealed: string }): Promise<void> {
    await sql(ctx, 'INSERT INTO outgoing_mails (id, workspace_id, sealed) VALUES ($1, $2, $3)', [
      mail.id,
      ctx.workspaceId,
      mail.sealed,
    ]);
  }

  /** The mail as it was sealed; null when it is gone. */
  async findSealed(ctx: RequestContext, id: string): Promise<string | null> {
    const [row] = await sql<{ sealed: string }>(
      ctx,
      'SELECT sealed FROM outgoing_mails WHERE id = $1 AND workspace_id = $2',
      [id, ctx.workspaceId],
    );
    return row?.sealed ?? null;
  }

  async delete(ctx: RequestContext, id: string): Promise<void> {
    await sql(ctx, 'DELETE FROM outgoing_mails WHERE id = $1 AND workspace_id = $2', [id, ctx.workspaceId]);
  }

  /**
   * Mails for which no job was put in the last two minutes, the longest forgotten first. Whoever takes them is to put one
   * for each: no other sweep gets them for the next two minutes, not even one at the same time.
   */
  takeAcrossTenantsWaiting(
    ctx: RequestContext,
    { now, atMost }: { now: Date; atMost: number },
  ): Promise<MailReference[]> {
    return sql<MailReference>(ctx, takeWaiting, [now, atMost]);
  }
}
