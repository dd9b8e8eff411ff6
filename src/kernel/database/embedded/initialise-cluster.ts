import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { newClusterState, readClusterState, writeClusterState, type ClusterState } from './cluster-state.js';
import { EmbeddedPostgresFault } from './embedded-postgres.fault.js';
import type { NativeBinaries } from './native-binaries.js';
import { runProgram } from './run-program.js';
import { clusterDataOf, type ClusterHome } from './cluster-layout.js';
import { give } from './server-account.js';
import { settingsFile } from './server-settings.js';

export const superuser = 'postgres';
/** Name of the login that the application uses and of its database. */
export const applicationName = 'agent_builder';

export interface ClusterSource {
  home: ClusterHome;
  binaries: NativeBinaries;
  dataDir: string;
  /** A cluster that need not outlive a power cut (tests) is not flushed to disk, and starts small. */
  durable: boolean;
  log(message: string): void;
}

/** Makes the cluster unless it is there. A run that was interrupted is begun anew, a finished cluster is never touched. */
export async function ensureCluster(source: ClusterSource): Promise<ClusterState> {
  const { home, binaries, dataDir } = source;
  const data = clusterDataOf(home.folder);
  const known = await readClusterState(home.folder);
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) return createCluster(source, known ?? newClusterState(dataDir));
  if (!known) {
    throw new EmbeddedPostgresFault(
      `${home.folder} holds a database but not the file cluster.json with its passwords: restore it, or delete the folder to start empty.`,
    );
  }
  if (version.trim() !== binaries.version.split('.')[0]) {
    throw new EmbeddedPostgresFault(
      `${data} was made by PostgreSQL ${version.trim()} and this release runs ${binaries.version}: move your data over with pg_dump, or set DATA_DIR to another folder.`,
    );
  }
  return { ...known, dataDir };
}

async function createCluster(source: ClusterSource, state: ClusterState): Promise<ClusterState> {
  const { home, log } = source;
  log('Creating the database (once, a few seconds)…');
  const fresh = { ...state, provisioned: false };
  await writeClusterState(home, fresh);
  const partial = join(home.folder, 'data.partial');
  await rm(partial, { recursive: true, force: true });
  await runInitdb(source, partial, state.adminPassword);
  await appendFile(join(partial, 'postgresql.conf'), `\ninclude_if_exists = '${settingsFile}'\n`);
  await rename(partial, clusterDataOf(home.folder));
  return fresh;
}

async function runInitdb({ home, binaries, durable }: ClusterSource, folder: string, password: string): Promise<void> {
  const passwordFile = join(home.folder, 'initdb.password');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    await give(passwordFile, home.account);
    const { code, output } = await runProgram({
      path: join(binaries.folder, 'bin', 'initdb'),
      args: [
        `--pgdata=${folder}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync', '--wal-segsize=1']),
      ],
      folder: home.folder,
      account: home.account,
    });
    if (code === 0) return;
    const reason =
      output.split('\n').find((line) => line.startsWith('initdb: error:')) ?? output.trim().split('\n').at(-1);
    throw new EmbeddedPostgresFault(
      `The database cannot be created in ${home.folder}: ${reason ?? `initdb ended with ${code}`}.`,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Makes the login and its database on a server that runs; what is there already stays. */
export async function provision(adminUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const login = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [applicationName]);
    const attributes = `LOGIN NOSUPERUSER CREATEROLE PASSWORD '${password}'`;
    await client.query(`${login.rowCount ? 'ALTER' : 'CREATE'} ROLE ${applicationName} ${attributes}`);
    const database = await client.query('SELECT FROM pg_database WHERE datname = $1', [applicationName]);
    if (!database.rowCount) await client.query(`CREATE DATABASE ${applicationName} OWNER ${applicationName}`);
  } finally {
    await client.end();
  }
}
