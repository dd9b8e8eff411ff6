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

/** One statement as superuser. */
export async function queryAsSuperuser<Row extends object>(
  databaseUrl: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const superuser = await lastingSuperuser(databaseUrl);
  return (await superuser.query<Row>(text, values)).rows;
}

const lasting = new Map<string, Promise<Client>>();

/** One connection for all statements on a database, which ends it: each new one knows none of its hundred tables yet. */
function lastingSuperuser(databaseUrl: string): Promise<Client> {
  const known = lasting.get(databaseUrl);
  if (known) return known;
  const forget = () => void (lasting.get(databaseUrl) === connecting && lasting.delete(databaseUrl));
  const connecting = connectSuperuser(databaseUrl).then((superuser) => superuser.on('error', forget).on('end', forget));
  connecting.catch(forget);
  lasting.set(databaseUrl, connecting);
  return connecting;
}

const tables = `SELECT format('%I.%I', nspname, relname) AS name, relname AS key
  FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE relkind IN ('r', 'p') AND nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' ORDER BY 1`;

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
  'alerts',
  'calendar_accounts',
  'calendar_sync_counts',
  'call_reconciliations',
];

/** How many rows each table of the application holds: what a refused request leaves as it was. */
export async function rowCounts(databaseUrl: string): Promise<Record<string, number>> {
  const known = await queryAsSuperuser<{ name: string; key: string }>(databaseUrl, tables);
  const counted = known.filter(({ name, key }) => name.startsWith('public.') && !tracks.includes(key));
  const parts = counted.map(({ name, key }) => `(SELECT count(*)::int FROM ${name}) AS ${key}`);
  const [counts = {}] = await queryAsSuperuser<Record<string, number>>(databaseUrl, `SELECT ${parts.join(', ')}`);
  return counts;
}
