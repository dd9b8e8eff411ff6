import type { RequestContext } from '../../../kernel/context/index.js';
import { sql } from '../../../kernel/database/index.js';
import type { TranscriptSource } from '../merge/settle-call.js';
import type { Segment } from '../merge/transcript.js';

export interface TranscriptUpdate {
  callId: string;
  replace: boolean;
  source: TranscriptSource;
  segments: readonly Segment[];
}

const forget = {
  name: 'transcript-forget',
  text: `DELETE FROM transcript_segments s USING jsonb_to_recordset($2::jsonb) AS r ("callId" uuid, keys text[])
    WHERE s.workspace_id = $1 AND s.call_id = ANY($3::uuid[]) AND s.call_id = r."callId" AND NOT s.key = ANY(r.keys)`,
};

// A segment that is told again keeps its row; one that comes late moves those after it. Segments of a whole transcript
// bring their place with them, live ones are placed by the time at which they were said.
const store = {
  name: 'transcript-store',
  text: `WITH told AS (
      SELECT * FROM jsonb_to_recordset($2::jsonb) AS r ("callId" uuid, source text, key text, place integer, role text,
        text text, at timestamptz, seconds double precision)
    ), known AS (
      SELECT * FROM transcript_segments WHERE workspace_id = $1 AND call_id = ANY($3::uuid[])
    ), every AS (
      SELECT coalesce(t."callId", k.call_id) AS call_id, coalesce(t.key, k.key) AS key, coalesce(t.source, k.source) AS source,
        coalesce(t.role, k.role) AS role, coalesce(t.text, k.text) AS text, coalesce(t.at, k.at) AS at,
        coalesce(t.seconds, k.seconds_from_start) AS seconds, t.place, k.position AS before
      FROM told t FULL JOIN known k ON k.call_id = t."callId" AND k.key = t.key
    ), placed AS (
      SELECT *, coalesce(place, row_number() OVER (PARTITION BY call_id ORDER BY at, key COLLATE "C") - 1) AS position
      FROM every
    )
    INSERT INTO transcript_segments (workspace_id, call_id, key, source, position, role, text, at, seconds_from_start)
    SELECT $1, call_id, key, source, position, role, text, at, seconds FROM placed WHERE before IS DISTINCT FROM position
    ON CONFLICT (workspace_id, call_id, key) DO UPDATE SET position = excluded.position`,
};

export async function storeTranscripts(ctx: RequestContext, updates: readonly TranscriptUpdate[]): Promise<void> {
  const replaced = updates.filter(({ replace }) => replace);
  if (replaced.length > 0)
    await sql(ctx, forget, [ctx.workspaceId, JSON.stringify(replaced.map(keysOf)), replaced.map(idOf)]);
  const told = updates.flatMap(toRecords);
  if (told.length > 0) await sql(ctx, store, [ctx.workspaceId, JSON.stringify(told), updates.map(idOf)]);
}

function idOf({ callId }: TranscriptUpdate): string {
  return callId;
}

function keysOf({ callId, segments }: TranscriptUpdate) {
  return { callId, keys: segments.map(({ key }) => key) };
}

function toRecords({ callId, source, segments }: TranscriptUpdate) {
  return segments.map(({ key, role, text, at, secondsFromStart }, place) => ({
    callId,
    source,
    key,
    ...(source !== 'live' && { place }),
    role,
    text,
    at: at === null ? null : new Date(at).toISOString(),
    seconds: secondsFromStart,
  }));
}

/** The texts of what is stored, for calls whose words must be indexed anew. */
export async function readTexts(ctx: RequestContext, callIds: readonly string[]): Promise<Map<string, string>> {
  if (callIds.length === 0) return new Map();
  const rows = await sql<{ callId: string; text: string }>(ctx, texts, [ctx.workspaceId, callIds]);
  return new Map(rows.map(({ callId, text }) => [callId, text]));
}

const texts = {
  name: 'transcript-texts',
  text: `SELECT call_id AS "callId", string_agg(text, ' ') AS text FROM transcript_segments
    WHERE workspace_id = $1 AND call_id = ANY($2::uuid[]) GROUP BY call_id`,
};
