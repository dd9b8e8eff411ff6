import type { RequestContext } from '../../../kernel/context/index.js';
import { sql } from '../../../kernel/database/index.js';
import type { Evidence } from '../merge/evidence.js';
import type { CallProjection } from '../merge/project-call.js';
import { deleteAfter } from '../retention/delete-after.js';

/** A call as it stands on record, locked until the end of the unit of work. */
export interface RecordedCall {
  [column: string]: unknown;
  id: string;
  callKey: string;
  evidence: Evidence;
  assistantId: string | null;
  clientId: string | null;
  contactId: string | null;
}

/** What becomes of a call's row. */
export interface CallRow {
  id: string;
  callKey: string;
  evidence: Evidence;
  projection: CallProjection;
  assistantId: string | null;
  clientId: string | null;
  contactId: string | null;
  /** The total of a new bill in the workspace's currency. */
  cost: { amount: string; currency: string; revision: string } | null;
  /** Words to find the call by; `replace` forgets those that it had. */
  search: { replace: boolean; words: ReadonlySet<string> } | null;
}

/** Column, and the record's field and type that it is set from. */
const columns = [
  ['twilio_call_sid', 'twilioCallSid', 'text'],
  ['assistant_id', 'assistantId', 'uuid'],
  ['client_id', 'clientId', 'uuid'],
  ['contact_id', 'contactId', 'uuid'],
  ['status', 'status', 'text'],
  ['outcome', 'outcome', 'text'],
  ['direction', 'direction', 'text'],
  ['from_number', 'fromNumber', 'text'],
  ['to_number', 'toNumber', 'text'],
  ['from_identity', 'fromIdentity', 'text'],
  ['to_identity', 'toIdentity', 'text'],
  ['began_at', 'began', 'timestamptz'],
  ['started_at', 'started', 'timestamptz'],
  ['ended_at', 'ended', 'timestamptz'],
  ['duration_seconds', 'durationSeconds', 'integer'],
  ['ended_reason', 'endedReason', 'text'],
  ['satisfaction', 'satisfaction', 'smallint'],
  ['summary', 'summary', 'text'],
  ['recording_url', 'recordingUrl', 'text'],
  ['disclosed_at', 'disclosed', 'timestamptz'],
  ['sandbox', 'sandbox', 'boolean'],
  ['evidence', 'evidence', 'jsonb'],
] as const;

const names = columns.map(([name]) => name).join(', ');
const values = columns.map(([, field]) => `r."${field}"`).join(', ');
const fields = columns.map(([, field, type]) => `"${field}" ${type}`).join(', ');
const records = `jsonb_to_recordset($2::jsonb) AS r (id uuid, "callKey" text, ${fields}, cost numeric, currency text,
  revision text, words text, reindex boolean)`;
const words = `array_to_tsvector(string_to_array(r.words, ' '))`;
const due = deleteAfter('r.ended', 'r.began');

const lock = {
  name: 'calls-lock',
  text: `SELECT id, vapi_call_id AS "callKey", evidence, assistant_id AS "assistantId", client_id AS "clientId",
      contact_id AS "contactId"
    FROM calls WHERE workspace_id = $1 AND vapi_call_id = ANY($2::text[]) ORDER BY vapi_call_id FOR UPDATE`,
};

const insert = {
  name: 'calls-insert',
  text: `INSERT INTO calls (id, workspace_id, vapi_call_id, ${names}, cost, currency, report_key, search, delete_after)
    SELECT r.id, $1, r."callKey", ${values}, r.cost, r.currency, r.revision, ${words}, ${due}
    FROM ${records} ORDER BY r."callKey" ON CONFLICT DO NOTHING RETURNING id`,
};

const update = {
  name: 'calls-update',
  text: `UPDATE calls c SET ${columns.map(([name, field]) => `${name} = r."${field}"`).join(', ')},
      cost = coalesce(r.cost, c.cost), currency = coalesce(r.currency, c.currency),
      report_key = coalesce(r.revision, c.report_key),
      search = CASE WHEN r.words IS NULL THEN c.search WHEN r.reindex THEN ${words}
        ELSE coalesce(c.search, '') || ${words} END,
      delete_after = ${due}, updated_at = now()
    FROM ${records} WHERE c.workspace_id = $1 AND c.id = ANY($3::uuid[]) AND c.id = r.id`,
};

/** Keys are locked and inserted in one order by all, so that nobody waits in a circle. */
export async function lockCalls(ctx: RequestContext, callKeys: readonly string[]): Promise<RecordedCall[]> {
  return sql<RecordedCall>(ctx, lock, [ctx.workspaceId, [...callKeys].sort()]);
}

/** @returns the ids of the calls that were made; another unit of work has just made the others. */
export async function insertCalls(ctx: RequestContext, rows: readonly CallRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const made = await sql<{ id: string }>(ctx, insert, [ctx.workspaceId, toJson(rows)]);
  return new Set(made.map(({ id }) => id));
}

export async function updateCalls(ctx: RequestContext, rows: readonly CallRow[]): Promise<void> {
  if (rows.length > 0) await sql(ctx, update, [ctx.workspaceId, toJson(rows), rows.map(({ id }) => id)]);
}

function toJson(rows: readonly CallRow[]): string {
  return JSON.stringify(rows.map(toRecord));
}

/** What is null is left out: it reads as null all the same. */
function toRecord({
  id,
  callKey,
  evidence,
  assistantId,
  clientId,
  contactId,
  ...row
}: CallRow): Record<string, unknown> {
  const { began, started, ended, disclosed } = row.projection;
  const times = { began: toTime(began), started: toTime(started), ended: toTime(ended), disclosed: toTime(disclosed) };
  const record = {
    id,
    callKey,
    evidence,
    assistantId,
    clientId,
    contactId,
    ...row.projection,
    ...times,
    ...partsOf(row),
  };
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
}

function partsOf({ cost, search }: Pick<CallRow, 'cost' | 'search'>) {
  return {
    ...(cost && { cost: cost.amount, currency: cost.currency, revision: cost.revision }),
    ...(search && { words: [...search.words].join(' '), reindex: search.replace }),
  };
}

function toTime(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
