import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { iso, sql, UnitOfWork, workspaceOf } from '../../../kernel/database/index.js';
import { groupedInKeyOrder, RequestLoader, type GraphqlContext } from '../../../kernel/graphql/index.js';
import type {
  CallMessageType,
  CallTransferType,
  CallType,
  CostLineType,
  ToolInvocationType,
  TranscriptSegmentType,
} from '../graphql/call.type.js';
import { kindOf } from '../record/native-use-rows.js';

type Part<Type> = Type & { callId: string } & Record<string, unknown>;

/** The parts are found by both halves of their key, so that platform ADMINs use the same index. */
const ofCalls = 'workspace_id = ANY($1::uuid[]) AND call_id = ANY($2::uuid[])';

/** Row-level security says the same; null stands for a platform ADMIN outside any workspace. */
const visible = '($2::uuid IS NULL OR workspace_id = $2)';

const segmentColumns = `position, role, text, ${iso('at')} AS at, seconds_from_start AS "secondsFromStart"`;
const messageColumns = `'message_' || id AS id, name, callback, text, ${iso('at')} AS at, ${iso('handled_at')} AS "handledAt"`;
const invocationColumns = `'invocation_' || t.id AS id, t.tool_call_id AS "toolCallId", t.name, ${kindOf('t')} AS kind, t.arguments, t.result, t.error,
  t.duration_ms AS "durationMs", ${iso('t.at')} AS at`;

const statements = {
  transcript: `SELECT call_id AS "callId", ${segmentColumns} FROM transcript_segments WHERE ${ofCalls} ORDER BY position, key`,
  messages: `SELECT call_id AS "callId", ${messageColumns} FROM call_messages WHERE ${ofCalls} ORDER BY call_messages.at, call_messages.id`,
  transfers: `SELECT call_id AS "callId", destination AS "to", status, ${iso('at')} AS at, summary
    FROM call_transfers WHERE ${ofCalls} ORDER BY call_transfers.at, destination`,
  invocations: `SELECT c.id AS "callId", ${invocationColumns}
    FROM calls c JOIN tool_invocations t ON t.workspace_id = c.workspace_id AND t.call_key = c.vapi_call_id
    WHERE c.workspace_id = ANY($1::uuid[]) AND c.id = ANY($2::uuid[]) ORDER BY t.at, t.id`,
  costLines: `SELECT c.id AS "callId", u.source, u.quantity, u.unit, u.estimated,
      json_build_object('amount', u.amount::text, 'currency', u.currency) AS cost,
      json_build_object('amount', u.original_amount::text, 'currency', u.original_currency) AS original
    FROM calls c JOIN usage_entries u ON u.workspace_id = c.workspace_id AND u.subject_id = c.id AND u.revision = c.report_key
    WHERE c.workspace_id = ANY($1::uuid[]) AND c.id = ANY($2::uuid[]) AND NOT u.reversal ORDER BY u.line`,
};

/** What belongs to calls, read once for a whole page of them. */
@Injectable()
export class CallParts {
  readonly #transcripts = this.loader<TranscriptSegmentType>('transcript');
  readonly #messages = this.loader<CallMessageType>('messages');
  readonly #transfers = this.loader<CallTransferType>('transfers');
  readonly #invocations = this.loader<ToolInvocationType>('invocations');
  readonly #costLines = this.loader<CostLineType>('costLines');

  constructor(private readonly unitOfWork: UnitOfWork) {}

  async transcript(context: GraphqlContext, call: CallType): Promise<TranscriptSegmentType[]> {
    return (await this.#transcripts.load(context, call)).map((segment) => sinceStart(segment, call));
  }

  messages(context: GraphqlContext, call: CallType): Promise<CallMessageType[]> {
    return this.#messages.load(context, call);
  }

  transfers(context: GraphqlContext, call: CallType): Promise<CallTransferType[]> {
    return this.#transfers.load(context, call);
  }

  invocations(context: GraphqlContext, call: CallType): Promise<ToolInvocationType[]> {
    return this.#invocations.load(context, call);
  }

  costLines(context: GraphqlContext, call: CallType): Promise<CostLineType[]> {
    return this.#costLines.load(context, call);
  }

  findMessage(ctx: RequestContext, id: string): Promise<CallMessageType | null> {
    return this.findOne<CallMessageType>(
      ctx,
      `SELECT ${messageColumns} FROM call_messages WHERE id = $1 AND ${visible}`,
      id,
    );
  }

  findInvocation(ctx: RequestContext, id: string): Promise<ToolInvocationType | null> {
    return this.findOne<ToolInvocationType>(
      ctx,
      `SELECT ${invocationColumns} FROM tool_invocations t WHERE t.id = $1 AND ${visible}`,
      id,
    );
  }

  private loader<Type>(part: keyof typeof statements): RequestLoader<CallType, Type[]> {
    const statement = { name: `call-parts-${part}`, text: statements[part] };
    return new RequestLoader(async (ctx, calls) => {
      const ids = calls.map(({ uuid }) => uuid);
      const workspaces = [...new Set(calls.map(({ workspaceId }) => workspaceId))];
      const rows = await this.unitOfWork.run(ctx, (tx) => sql<Part<Type>>(tx, statement, [workspaces, ids]));
      return groupedInKeyOrder(ids, rows, ({ callId }) => callId);
    });
  }

  private async findOne<Type>(ctx: RequestContext, statement: string, id: string): Promise<Type | null> {
    const [row = null] = await this.unitOfWork.run(ctx, (tx) =>
      sql<Type & Record<string, unknown>>(tx, statement, [id, workspaceOf(ctx)]),
    );
    return row;
  }
}

/** Live utterances come with the time of day only. */
function sinceStart(segment: TranscriptSegmentType, { startedAt }: CallType): TranscriptSegmentType {
  if (segment.secondsFromStart !== null || segment.at === null || startedAt === null) return segment;
  return Object.assign(segment, { secondsFromStart: (Date.parse(segment.at) - Date.parse(startedAt)) / 1000 });
}
