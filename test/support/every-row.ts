import { Client } from 'pg';
import { testServer } from './postgres.js';

/** A database of the run’s server as its superuser sees it: whole, whatever policies say. The caller ends the connection. */
export async function connectSuperuser(databaseUrl: string): Promise<Client> {
  const address = new URL((await testServer()).adminUrl);
  address.pathname = new URL(databaseUrl).pathname;
  const superuser = new Client({ connectionString: address.href });
  await superuser.connect();
  return superuser;
}

/** One statement as superuser, over a connection of its own. */
export async function queryAsSuperuser<Row extends object>(
  databaseUrl: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const superuser = await connectSuperuser(databaseUrl);
  try {
    return (await superuser.query<Row>(text, values)).rows;
  } finally {
    await superuser.end();
  }
}

const tables = `SELECT format('%I.%I', table_schema, table_name) AS name, table_name AS key FROM information_schema.tables
  WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`;

/**
 * Every row of every table as text, next to its table; those of the queue too.
 *
 * @param admin Of a superuser.
 * @param without Columns left out, by table.
 */
export async function everyRow(admin: Client, without: Record<string, string[]> = {}): Promise<[string, string][]> {
  const { rows: known } = await admin.query<{ name: string; key: string }>(tables);
  const found: [string, string][] = [];
  for (const { name, key } of known) {
    const { rows } = await admin.query<{ text: string }>(
      `SELECT (to_jsonb(t) - $1::text[])::text AS text FROM ${name} t`,
      [without[key] ?? []],
    );
    found.push(...rows.map(({ text }): [string, string] => [name, text]));
  }
  return found;
}

/**
 * Counters and logs of who came in, where what is refused may leave a trace; mails, which leave by themselves; and what
 * schedules write down about their own looks.
 */
const tracks = [
  'rate_counters',
  'audit_entries',
  'sessions',
  'outgoing_mails',
  'calendar_accounts',
  'calendar_sync_counts',
];

/** How many rows each table of the application holds: what a refused request leaves as it was. */
export async function rowCounts(databaseUrl: string): Promise<Record<string, number>> {
  const known = await queryAsSuperuser<{ name: string; key: string }>(databaseUrl, tables);
  const counted = known.filter(({ name, key }) => name.startsWith('public.') && !tracks.includes(key));
  const parts = counted.map(({ name, key }) => `(SELECT count(*)::int FROM ${name}) AS ${key}`);
  const [counts = {}] = await queryAsSuperuser<Record<string, number>>(databaseUrl, `SELECT ${parts.join(', ')}`);
  return counts;
}
