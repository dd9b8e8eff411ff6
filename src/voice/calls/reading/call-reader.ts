import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { iso, sql, UnitOfWork, workspaceOf, type NamedStatement } from '../../../kernel/database/index.js';
import type { Position } from '../../../kernel/graphql/index.js';
import type { CallType } from '../graphql/call.type.js';
import { conditionsOf, type CallFilter } from './call-filter.js';

type CallRow = CallType & Record<string, unknown>;

/** Named as GraphQL names them, so that rows need no mapping. */
const columns = `'call_' || c.id AS id, c.id AS uuid, c.workspace_id AS "workspaceId", c.assistant_id AS "assistantId",
  c.contact_id AS "contactId", c.status, c.outcome, c.direction, c.from_number AS "fromNumber", c.to_number AS "toNumber",
  c.from_identity AS "fromIdentity", c.to_identity AS "toIdentity", ${iso('c.started_at')} AS "startedAt",
  ${iso('c.ended_at')} AS "endedAt", c.duration_seconds AS "durationSeconds", c.ended_reason AS "endedReason",
  c.satisfaction, c.summary, ${iso('c.disclosed_at')} AS "disclosedAt", c.recording_url IS NOT NULL AS "hasRecording",
  c.cost AS amount, c.currency, nullif(c.vapi_call_id, c.twilio_call_sid) AS "vapiCallId",
  c.vapi_call_id AS "callKey", c.twilio_call_sid AS "twilioCallSid", c.sandbox,
  ${iso('c.created_at')} AS "createdAt", to_char(c.began_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS position,
  c.updated_at::text AS version`;

export interface CallPage {
  filter: CallFilter;
  after: Position | null;
  limit: number;
}

/** Reads calls of the context's workspace, or of all for a platform ADMIN who has entered none. */
@Injectable()
export class CallReader {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Newest first. */
  page(ctx: RequestContext, { filter, after, limit }: CallPage): Promise<CallType[]> {
    const { text, values } = conditionsOf(filter, workspaceOf(ctx));
    const seek = after
      ? ` AND (c.began_at, c.id) < ($${values.push(after.key)}::timestamptz, $${values.push(after.id)}::uuid)`
      : '';
    const statement = `SELECT ${columns} FROM calls c WHERE ${text}${seek}
      ORDER BY c.began_at DESC, c.id DESC LIMIT $${values.push(limit)}`;
    const isPlain = Object.values(filter).every((value) => value === null || value === undefined);
    return this.read(ctx, isPlain ? { name: plainName(ctx, after), text: statement } : statement, values);
  }

  async count(ctx: RequestContext, filter: CallFilter): Promise<number> {
    const { text, values } = conditionsOf(filter, workspaceOf(ctx));
    const counted = `SELECT count(*)::int AS count FROM calls c WHERE ${text}`;
    const [row] = await this.unitOfWork.run(ctx, (tx) => sql<{ count: number }>(tx, counted, values));
    return row?.count ?? 0;
  }

  async find(ctx: RequestContext, id: string): Promise<CallType | null> {
    const { text, values } = conditionsOf({}, workspaceOf(ctx));
    const [call = null] = await this.read(
      ctx,
      `SELECT ${columns} FROM calls c WHERE ${text} AND c.id = $${values.push(id)}`,
      values,
    );
    return call;
  }

  /** In no order. */
  findByIds(ctx: RequestContext, ids: readonly string[]): Promise<CallType[]> {
    const { text, values } = conditionsOf({}, workspaceOf(ctx));
    const statement = `SELECT ${columns} FROM calls c WHERE ${text} AND c.id = ANY($${values.push([...ids])}::uuid[])`;
    return this.read(ctx, statement, values);
  }

  /** By the platform's ids, in no order. */
  findByKeys(ctx: RequestContext, callKeys: readonly string[]): Promise<CallType[]> {
    const { text, values } = conditionsOf({}, workspaceOf(ctx));
    const keys = `$${values.push([...callKeys])}::text[]`;
    const statement = `SELECT ${columns} FROM calls c WHERE ${text} AND (c.vapi_call_id = ANY(${keys}) OR c.twilio_call_sid = ANY(${keys}))`;
    return this.read(ctx, statement, values);
  }

  /** Recent calls whose rows were written then or later, in that order. */
  changedSince(ctx: RequestContext, since: Date, filter: CallFilter): Promise<CallType[]> {
    const { text, values } = conditionsOf(filter, workspaceOf(ctx));
    const statement = `SELECT ${columns} FROM calls c WHERE ${text} AND c.updated_at >= $${values.push(since)}::timestamptz
      AND c.began_at > $${values.length}::timestamptz - interval '1 day' ORDER BY c.updated_at, c.id LIMIT 1000`;
    return this.read(ctx, statement, values);
  }

  private read(
    ctx: RequestContext,
    statement: NamedStatement | string,
    values: readonly unknown[],
  ): Promise<CallType[]> {
    return this.unitOfWork.run(ctx, (tx) => sql<CallRow>(tx, statement, values));
  }
}

function plainName(ctx: RequestContext, after: Position | null): string {
  return `calls-page-${ctx.access === 'admin' ? 'all' : 'own'}-${after ? 'after' : 'first'}`;
}
