import { isUtf8 } from 'node:buffer';
import { sha256 } from '../../kernel/crypto/index.js';
import { toTraceparent, uuidv7, type RequestContext } from '../../kernel/context/index.js';
import type { ReadEvent } from '../webhook-source.js';

/** An event on its way into `webhook_events`. */
export interface InboxEvent {
  id: string;
  workspaceId: string;
  source: string;
  /** The endpoint's id, or `deployment`: what a dedup key is unique within, next to the source. */
  account: string;
  dedupKey: Buffer;
  externalId: string;
  type: string;
  callKey: string | null;
  body: Buffer;
  requestId: string;
  traceparent: string;
}

export const inboxColumns = [
  'id',
  'workspace_id',
  'source',
  'account',
  'dedup_key',
  'external_id',
  'type',
  'call_key',
  'body',
  'request_id',
  'traceparent',
] as const;

const casts: Partial<Record<(typeof inboxColumns)[number], string>> = {
  id: 'uuid',
  workspace_id: 'uuid',
  dedup_key: 'bytea',
  body: 'bytea',
};

/** `$1::uuid, $2::uuid, …` for one row whose first parameter has this number. */
export function inboxPlaceholders(first: number): string {
  return inboxColumns.map((column, index) => `$${first + index}::${casts[column] ?? 'text'}`).join(', ');
}

/**
 * Stores rows and makes those pending that were not there before, in one statement.
 *
 * @param tuples `(…), (…)` for `inboxColumns`.
 * @returns the CTEs `stored` and `pending`, each with one row for each new event.
 */
export function insertEventsText(tuples: string): string {
  return `stored AS (
      INSERT INTO webhook_events (${inboxColumns.join(', ')}) VALUES ${tuples}
      ON CONFLICT (source, account, dedup_key) DO NOTHING RETURNING workspace_id, id, call_key
    ), pending AS (
      INSERT INTO webhook_pending (workspace_id, event_id, call_key) SELECT workspace_id, id, call_key FROM stored RETURNING 1
    )`;
}

export function inboxValues(event: InboxEvent): unknown[] {
  return [
    event.id,
    event.workspaceId,
    event.source,
    event.account,
    event.dedupKey,
    event.externalId,
    event.type,
    event.callKey,
    event.body,
    event.requestId,
    event.traceparent,
  ];
}

export interface Arrival {
  ctx: RequestContext;
  source: string;
  account: string;
  /** The bytes as received; undefined where they are not JSON. */
  raw: Buffer | undefined;
  event: ReadEvent;
  /** How many events the request held; a single one keeps the bytes as received. */
  eventsInRequest: number;
}

/** Longest label kept; an index entry over 2.7 kB would fail the insert of its neighbours. */
const longestLabel = 500;

export function toInboxEvent({ ctx, source, account, raw, event, eventsInRequest }: Arrival): InboxEvent {
  const body = raw && eventsInRequest === 1 ? asUtf8(raw) : Buffer.from(JSON.stringify(event.body));
  return {
    id: uuidv7(),
    workspaceId: ctx.workspaceId,
    source,
    account,
    dedupKey: sha256(event.dedupKey ?? body),
    externalId: label(event.externalId),
    type: label(event.type),
    callKey: event.callKey === undefined ? null : label(event.callKey),
    body,
    requestId: ctx.requestId,
    traceparent: toTraceparent(ctx.trace),
  };
}

/** JSON is UTF-8 (RFC 8259), and the workers read it as such; what is not gets replacement characters, as when parsed. */
function asUtf8(raw: Buffer): Buffer {
  return isUtf8(raw) ? raw : Buffer.from(raw.toString('utf8'));
}

/** PostgreSQL's text cannot hold U+0000. */
function label(text: string): string {
  return (text.includes('\0') ? text.replaceAll('\0', '') : text).slice(0, longestLabel);
}
