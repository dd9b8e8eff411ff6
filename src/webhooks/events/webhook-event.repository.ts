import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';

export interface WebhookEventRow {
  id: string;
  workspaceId: string;
  source: string;
  type: string;
  externalId: string;
  status: 'RECEIVED' | 'PROCESSED' | 'FAILED' | 'DEAD';
  attempts: number;
  error: string | null;
  body: Buffer | null;
  callKey: string | null;
  receivedAt: Date;
  processedAt: Date | null;
}

export interface WebhookEventFilter {
  source?: string | null | undefined;
  type?: string | null | undefined;
  status?: WebhookEventRow['status'] | null | undefined;
  from?: Date | null | undefined;
  to?: Date | null | undefined;
  /** The platform's ids of a call; the voice module turns a call's id into these. */
  callKeys?: readonly string[] | undefined;
}

export interface EventPage {
  limit: number;
  /** The id of the event that the page follows. */
  after?: string | undefined;
}

const columns = `id, workspace_id AS "workspaceId", source, type, external_id AS "externalId", status, attempts, error, body,
  call_key AS "callKey", received_at AS "receivedAt", processed_at AS "processedAt"`;

/** Ids are UUID v7: their order is the order of arrival. */
@Injectable()
export class WebhookEventRepository {
  /** Newest first. Reads the context's workspace, or all of them with access `admin`. */
  page(ctx: RequestContext, filter: WebhookEventFilter, { limit, after }: EventPage): Promise<WebhookEventRow[]> {
    const { where, values } = conditions(ctx, filter);
    if (after !== undefined) where.push(`id < $${values.push(after)}::uuid`);
    const text = `SELECT ${columns} FROM webhook_events WHERE ${where.join(' AND ')} ORDER BY id DESC LIMIT $${values.push(limit)}`;
    return sql<WebhookEventRow>(ctx, text, values);
  }

  async count(ctx: RequestContext, filter: WebhookEventFilter): Promise<number> {
    const { where, values } = conditions(ctx, filter);
    const text = `SELECT count(*)::int AS count FROM webhook_events WHERE ${where.join(' AND ')}`;
    const [row] = await sql<{ count: number }>(ctx, text, values);
    return row?.count ?? 0;
  }

  findByIds(ctx: RequestContext, ids: readonly string[]): Promise<WebhookEventRow[]> {
    const { where, values } = conditions(ctx, {});
    where.push(`id = ANY ($${values.push(ids)}::uuid[])`);
    return sql<WebhookEventRow>(ctx, `SELECT ${columns} FROM webhook_events WHERE ${where.join(' AND ')}`, values);
  }

  /** Makes events pending again, as if they had just arrived; those whose body is gone stay as they are. */
  replay(ctx: RequestContext, ids: readonly string[]): Promise<{ id: string }[]> {
    return sql<{ id: string }>(ctx, replay, [ctx.workspaceId, ids]);
  }
}

const replay = {
  name: 'webhook-events-replay',
  text: `WITH replayed AS (
      UPDATE webhook_events SET status = 'RECEIVED', attempts = 0, error = NULL, processed_at = NULL, retry_at = NULL
      WHERE workspace_id = $1 AND id = ANY ($2::uuid[]) AND body IS NOT NULL RETURNING workspace_id, id, call_key
    ), pending AS (
      INSERT INTO webhook_pending (workspace_id, event_id, call_key) SELECT workspace_id, id, call_key FROM replayed
      ON CONFLICT DO NOTHING
    )
    SELECT id FROM replayed`,
};

function conditions(ctx: RequestContext, filter: WebhookEventFilter): { where: string[]; values: unknown[] } {
  const where: string[] = ['true'];
  const values: unknown[] = [];
  const add = (condition: (parameter: string) => string, value: unknown) => {
    if (value !== undefined && value !== null) where.push(condition(`$${values.push(value)}`));
  };
  add((p) => `workspace_id = ${p}::uuid`, ctx.access === 'admin' ? undefined : ctx.workspaceId);
  add((p) => `source = ${p}`, filter.source);
  add((p) => `type = ${p}`, filter.type);
  add((p) => `status = ${p}`, filter.status);
  add((p) => `received_at >= ${p}`, filter.from);
  add((p) => `received_at < ${p}`, filter.to);
  add((p) => `call_key = ANY (${p}::text[])`, filter.callKeys);
  return { where, values };
}
