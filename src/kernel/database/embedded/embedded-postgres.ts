import { existsSync } from 'node:fs';
import { mkdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { clusterDataOf, type ClusterHome } from './cluster-layout.js';
import { openClusterHome } from './cluster-home.js';
import { writeClusterState, type ClusterState } from './cluster-state.js';
import { storageFault } from './embedded-postgres.fault.js';
import { applicationName, ensureCluster, provision, superuser } from './initialise-cluster.js';
import { usableBinaries } from './native-binaries.js';
import { isServerOf, livePostmaster, type Postmaster } from './postmaster.js';
import { ServerControl } from './server-control.js';
import { settingsFile, settingsText, type ServerSettings } from './server-settings.js';
import { ServerUsers } from './server-users.js';
import { withStartLock } from './start-lock.js';

/** A running PostgreSQL whose cluster lives in DATA_DIR. */
export interface EmbeddedPostgres {
  /** Address for the application: a login that is no superuser, may create roles, and owns its database. */
  url: string;
  /** Address for the superuser, on the database `postgres`: for tests and tools only. */
  adminUrl: string;
  /** Stops the server unless another process uses it too. To be called last, once the connections are closed. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  dataDir: string;
  log(message: string): void;
  /** PostgreSQL settings beyond the launcher's own. */
  settings?: ServerSettings | undefined;
}

/**
 * Starts PostgreSQL from the binaries that npm brought, on the cluster in `dataDir`, making it the first time.
 *
 * A server that already runs there is adopted: one that outlived its killed parent, or one that another process uses. The
 * last process to stop ends it.
 *
 * @throws EmbeddedPostgresFault with one line on what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    // Others may pass through but not look around: the server's account may have to.
    await mkdir(options.dataDir, { recursive: true, mode: 0o711 });
    const dataDir = await realpath(options.dataDir);
    return await withStartLock(lockFile(dataDir), () => start({ ...options, dataDir }));
  } catch (error) {
    throw storageFault(error, options.dataDir);
  }
}

async function start({ dataDir, log, settings = {} }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = await openClusterHome(dataDir, log);
  const binaries = await usableBinaries(home.folder, home.account, log);
  const state = await ensureCluster({ home, binaries, dataDir, log, durable: settings.fsync !== 'off' });
  const control = new ServerControl(home, binaries);
  const users = new ServerUsers(home);
  const text = settingsText(binaries.version, settings);
  const server = (await adopt({ home, control, users, state, text, log })) ?? (await control.start(text, state.port));
  const adminUrl = adminAddress(state, server);
  if (!state.provisioned) await provision(adminUrl, state.password);
  await writeClusterState(home, { ...state, port: server.port, provisioned: true });
  const user = await users.enter();
  return {
    url: `postgres://${applicationName}:${state.password}@127.0.0.1:${server.port}/${applicationName}`,
    adminUrl,
    stop: once(() => leave({ dataDir, home, server, control, users, user, log })),
  };
}

interface Adoption {
  home: ClusterHome;
  control: ServerControl;
  users: ServerUsers;
  state: ClusterState;
  text: string;
  log(message: string): void;
}

/** A server of a killed process is taken over if it answers and has our settings, else stopped; one in use is taken as it is. */
async function adopt({ home, control, users, state, text, log }: Adoption): Promise<Postmaster | undefined> {
  const data = clusterDataOf(home.folder);
  const server = await livePostmaster(data);
  if (server) {
    const [other] = await users.processes();
    const current = await readFile(join(data, settingsFile), 'utf8').catch(() => '');
    const sameSettings = current === `${text}port = ${server.port}\n`;
    if ((other !== undefined || sameSettings) && (await answers(server, state))) {
      log(
        other === undefined
          ? 'Took over the database that an earlier process left running.'
          : `Using the database that process ${other} runs.`,
      );
      return server;
    }
    log('Restarting the database that an earlier process left running…');
    await control.stop();
  }
  await users.clear();
  return undefined;
}

async function answers(server: Postmaster, state: ClusterState): Promise<boolean> {
  const client = new Client({
    connectionString: adminAddress(state, server),
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

interface Departure {
  dataDir: string;
  home: ClusterHome;
  server: Postmaster;
  control: ServerControl;
  users: ServerUsers;
  user: string;
  log(message: string): void;
}

async function leave({ dataDir, home, server, control, users, user, log }: Departure): Promise<void> {
  if (!existsSync(dataDir)) {
    // Erased while in use: nothing is left to write down, and pg_ctl would not know whom to stop.
    await endErased(server.pid, clusterDataOf(home.folder));
    return;
  }
  await withStartLock(lockFile(dataDir), async () => {
    await users.leave(user);
    const [other] = await users.processes();
    if (other === undefined) await control.stop();
    else log(`The database stays up for process ${other}.`);
  });
}

async function endErased(pid: number, clusterData: string): Promise<void> {
  if (await isServerOf(pid, clusterData)) process.kill(pid, 'SIGQUIT');
  while (await isServerOf(pid, clusterData)) await pause(20);
}

function lockFile(dataDir: string): string {
  return join(dataDir, 'postgres.lock');
}

function adminAddress({ adminPassword }: ClusterState, { port }: Postmaster): string {
  return `postgres://${superuser}:${adminPassword}@127.0.0.1:${port}/postgres`;
}

/** Several calls are one, so that every path of a shutdown may call it. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
