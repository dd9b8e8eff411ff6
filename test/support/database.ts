import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { Client } from 'pg';
import { runMigrations } from '../../src/kernel/database/index.js';
import { testServer, type TestServer } from './postgres.js';

/** A migrated database of one test file. */
export interface TestDatabase {
  /** Address with the application's login, which owns the database and is no superuser. */
  url: string;
  /** Ends whatever is still connected and removes the database. */
  drop(): Promise<void>;
}

const template = `test_template_${migrationsDigest()}`;
/** Any fixed number; it lets one worker migrate the template while the others wait. */
const templateLock = 7_342_002;

/**
 * Makes a database of its own for a test file, cloned from a template that is migrated once per run.
 *
 * @example
 * let database: TestDatabase;
 * beforeAll(async () => { database = await createTestDatabase(); });
 * afterAll(() => database.drop());
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withAdmin(server, async (admin) => {
    await ensureTemplate(admin, server);
    // Files are copied for less than rows are logged.
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY OWNER ${server.login}`);
  });
  return {
    url: onDatabase(server.url, name),
    drop: () =>
      withAdmin(server, async (admin) => void (await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

/** A template counts only once it is finished and marked: an interrupted run leaves an unmarked one, which is made anew. */
async function ensureTemplate(admin: Client, server: TestServer): Promise<void> {
  const marked = 'SELECT FROM pg_database WHERE datname = $1 AND datistemplate';
  if ((await admin.query(marked, [template])).rowCount) return;
  await admin.query('SELECT pg_advisory_lock($1)', [templateLock]);
  try {
    if ((await admin.query(marked, [template])).rowCount) return;
    await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${template} OWNER ${server.login}`);
    await runMigrations(onDatabase(server.url, template));
    await admin.query(`ALTER DATABASE ${template} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  } finally {
    await admin.query('SELECT pg_advisory_unlock($1)', [templateLock]);
  }
}

/** On a server that outlives the run, a changed migration must not meet yesterday's template. */
function migrationsDigest(): string {
  const folder = new URL('../../migrations/', import.meta.url);
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(new URL(name, folder)));
  return hash.digest('hex').slice(0, 12);
}

async function withAdmin<T>(server: TestServer, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: server.adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function onDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
