import { Client } from 'pg';

/** A row as an object that compares: times are milliseconds, amounts are text. */
export type Facts = Record<string, unknown>;

export interface ToolRow {
  state: string;
  result: string | null;
  error: string | null;
}

/** All that the database holds of one call. */
export interface RecordedCall {
  row: Facts;
  segments: readonly Facts[];
  usage: readonly Facts[];
  transfers: readonly Facts[];
  messages: readonly Facts[];
}

export interface EventRow {
  id: string;
  account: string;
  /** SHA-256 of the body. */
  digest: string;
  status: string;
}

/** Everything that a run has left in the database, read by a superuser, past all that the server could hide. */
export interface DatabaseRecord {
  events: readonly EventRow[];
  /** By Vapi's id. Two rows of one call are a fault. */
  calls: ReadonlyMap<string, readonly RecordedCall[]>;
  /** By Vapi's id of the call. */
  tools: ReadonlyMap<string, readonly ToolRow[]>;
  /** How often the effects of an event were committed, by its id. */
  effects: ReadonlyMap<string, number>;
  /** How many there are, by workspace. */
  contacts: ReadonlyMap<string, number>;
  /** By workspace. */
  currencies: ReadonlyMap<string, string>;
}

const queries = {
  events: `SELECT id, account, encode(sha256(body), 'hex') AS digest, status FROM webhook_events`,
  calls: `SELECT c.id, workspace_id AS "workspaceId", vapi_call_id AS "callKey", status, outcome, direction,
      twilio_call_sid AS "twilioCallSid", from_number AS "fromNumber", to_number AS "toNumber",
      from_identity AS "fromIdentity", to_identity AS "toIdentity", began_at AS began, started_at AS started,
      ended_at AS ended, duration_seconds AS "durationSeconds", ended_reason AS "endedReason", satisfaction, summary,
      recording_url AS "recordingUrl", disclosed_at AS disclosed, sandbox, evidence, cost::text, currency,
      assistant_id AS "assistantId", tsvector_to_array(search) AS words,
      (SELECT array_agg(value) FROM contact_identities i WHERE i.contact_id = c.contact_id) AS contact
    FROM calls c`,
  segments: `SELECT call_id, source, role, text, at, seconds_from_start AS "secondsFromStart", position
    FROM transcript_segments ORDER BY call_id, position`,
  usage: `SELECT subject_id AS call_id, line, reversal, source, quantity::text, unit, original_amount::text AS "originalAmount",
      original_currency AS "originalCurrency", amount::text, currency, rate::text
    FROM usage_entries ORDER BY subject_id, revision, line, reversal`,
  transfers: `SELECT call_id, destination, status, at, summary FROM call_transfers ORDER BY call_id, destination`,
  messages: `SELECT call_id, name, callback, text FROM call_messages ORDER BY call_id, at`,
  tools: `SELECT call_key AS call_id, state, result, error FROM tool_invocations`,
  effects: `SELECT event_id AS id, count(*)::int AS count FROM chaos_effects GROUP BY event_id`,
  contacts: `SELECT workspace_id AS id, count(*)::int AS count FROM contacts GROUP BY workspace_id`,
  currencies: `SELECT id, currency FROM workspaces`,
};

export async function readRecord(adminUrl: string): Promise<DatabaseRecord> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const read = async <Row>(text: string) => (await client.query<Row & Facts>(text)).rows;
  try {
    const calls = await read<{ id: string; callKey: string }>(queries.calls);
    const parts = {
      segments: byCall(await read<Part>(queries.segments)),
      usage: byCall(await read<Part>(queries.usage)),
      transfers: byCall(await read<Part>(queries.transfers)),
      messages: byCall(await read<Part>(queries.messages)),
    };
    return {
      events: await read<EventRow>(queries.events),
      calls: grouped(
        calls,
        ({ callKey }) => callKey,
        (call) => recordedCall(call, parts),
      ),
      tools: grouped(
        await read<ToolRow & Part>(queries.tools),
        ({ call_id }) => call_id,
        (tool) => tool,
      ),
      effects: counted(await read<Counted>(queries.effects)),
      contacts: counted(await read<Counted>(queries.contacts)),
      currencies: new Map(
        (await read<{ id: string; currency: string }>(queries.currencies)).map((w) => [w.id, w.currency]),
      ),
    };
  } finally {
    await client.end();
  }
}

interface Part {
  call_id: string;
}

interface Counted {
  id: string;
  count: number;
}

type Parts = Record<'segments' | 'usage' | 'transfers' | 'messages', ReadonlyMap<string, Facts[]>>;

function recordedCall({ id, callKey: _, ...row }: Facts & { id: string }, parts: Parts): RecordedCall {
  const { words, ...rest } = row;
  const of = (part: keyof Parts) => parts[part].get(id) ?? [];
  return {
    row: { ...comparable(rest), words: Array.isArray(words) ? words.map(String).sort().join(' ') : '' },
    segments: of('segments'),
    usage: of('usage'),
    transfers: of('transfers'),
    messages: of('messages'),
  };
}

function byCall(rows: readonly (Part & Facts)[]): Map<string, Facts[]> {
  return grouped(
    rows,
    ({ call_id }) => call_id,
    ({ call_id: _, ...row }) => comparable(row),
  );
}

function counted(rows: readonly Counted[]): Map<string, number> {
  return new Map(rows.map(({ id, count }) => [id, count]));
}

function grouped<Row, Kept>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  keep: (row: Row) => Kept,
): Map<string, Kept[]> {
  const groups = new Map<string, Kept[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(keep(row));
    else groups.set(keyOf(row), [keep(row)]);
  }
  return groups;
}

function comparable(row: Facts): Facts {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.getTime() : value]),
  );
}
