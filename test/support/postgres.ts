import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/kernel/database/embedded/embedded-postgres.js';

/** The one PostgreSQL server of a test run. */
export interface TestServer {
  /** With the application's login. */
  url: string;
  /** With a superuser. */
  adminUrl: string;
  /** Name of the application's login. */
  login: string;
}

/** The data of tests need not outlive a power cut. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // Several whole servers at once, each with all its pools.
  max_connections: '400',
  // What makes a password dear to guess makes each of their connections dear.
  scram_iterations: '1',
};

/** Any fixed number; it keeps two workers from making the login at once. */
const loginLock = 7_342_003;

let server: Promise<TestServer> | undefined;

/** Starts the server when no test of this run has done so; the run's tear-down ends it. */
export function testServer(): Promise<TestServer> {
  return (server ??= process.env.TEST_DATABASE_URL ? foreignServer(process.env.TEST_DATABASE_URL) : embeddedServer());
}

async function embeddedServer(): Promise<TestServer> {
  const dataDir = process.env.TEST_DATA_DIR;
  if (!dataDir) throw new Error('TEST_DATA_DIR is not set: run the tests by `npm test`.');
  const { url, adminUrl } = await startEmbeddedPostgres({ dataDir, settings, log: () => undefined });
  return { url, adminUrl, login: new URL(url).username };
}

/** On a server of the developer's own, given by a superuser's address, the application's login is made beside it. */
async function foreignServer(adminUrl: string): Promise<TestServer> {
  const login = 'agent_builder_test';
  const password = createHash('sha256').update(adminUrl).digest('hex');
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [loginLock]);
    const known = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [login]);
    await admin.query(
      `${known.rowCount ? 'ALTER' : 'CREATE'} ROLE ${login} LOGIN NOSUPERUSER CREATEROLE PASSWORD '${password}'`,
    );
  } finally {
    await admin.end();
  }
  const url = new URL(adminUrl);
  url.username = login;
  url.password = password;
  return { adminUrl, login, url: url.href };
}
