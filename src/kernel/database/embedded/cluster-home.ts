import { createHash } from 'node:crypto';
import { lstat, mkdir, mkdtemp, readdir, realpath, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { readClusterState } from './cluster-state.js';
import { EmbeddedPostgresFault } from './embedded-postgres.fault.js';
import { livePostmaster } from './postmaster.js';
import { clusterDataOf, type ClusterHome } from './cluster-layout.js';
import { canReach, give, openSystemFolder, serverAccount, type ServerAccount } from './server-account.js';

/**
 * Opens `DATA_DIR/postgres`, making it when it is not there.
 *
 * Started by root, the server runs as another account, which cannot enter such folders as root's own home. The cluster then
 * lives elsewhere and `DATA_DIR/postgres` is a link to it: that is how the place is remembered.
 */
export async function openClusterHome(dataDir: string, log: (message: string) => void): Promise<ClusterHome> {
  const path = join(dataDir, 'postgres');
  const known = await realpath(path).catch(() => undefined);
  if (known) return reopen(known);
  // A link that leads nowhere: what it led to was deleted.
  await rm(path, { force: true });
  const account = await serverAccount();
  if (!account || (await canReach(account, dataDir))) {
    await mkdir(path, { mode: 0o700 });
    await give(path, account);
    return { folder: await realpath(path), account };
  }
  const folder = await makeReachableFolder(dataDir, account);
  await symlink(folder, path);
  log(`The account ${account.name} cannot enter ${dataDir}: the database is kept in ${folder} instead.`);
  return { folder, account };
}

async function reopen(folder: string): Promise<ClusterHome> {
  const { uid } = await stat(folder);
  const account = await serverAccount(uid);
  const self = process.geteuid?.();
  if (self !== undefined && self !== 0 && uid !== self) {
    throw new EmbeddedPostgresFault(
      `The database in ${folder} belongs to another account (user id ${uid}): start as that account, or set DATA_DIR to another folder.`,
    );
  }
  if (!(await canReach(account, dirname(folder)))) {
    throw new EmbeddedPostgresFault(
      `The account ${account?.name} runs the database and cannot enter ${folder}: let it enter the folders above, or set DATA_DIR to another folder.`,
    );
  }
  await give(folder, account);
  return { folder, account };
}

/** Somewhere that survives a reboot if DATA_DIR does; what an erased DATA_DIR of the same path left behind is cleared away. */
async function makeReachableFolder(dataDir: string, account: ServerAccount): Promise<string> {
  const temporary = await realpath(tmpdir());
  const lasting = dataDir.startsWith(temporary + sep) ? undefined : await openSystemFolder(account);
  const base = lasting ?? ((await canReach(account, temporary)) ? temporary : '/tmp');
  const prefix = `agent-builder-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}-`;
  await clearLeftovers(base, prefix, dataDir);
  const folder = await realpath(await mkdtemp(join(base, prefix)));
  await give(folder, account);
  return folder;
}

async function clearLeftovers(base: string, prefix: string, dataDir: string): Promise<void> {
  for (const name of await readdir(base)) {
    const folder = join(base, name);
    if (!name.startsWith(prefix) || !(await lstat(folder)).isDirectory()) continue;
    const state = await readClusterState(folder).catch(() => undefined);
    if (state?.dataDir !== dataDir) continue;
    const server = await livePostmaster(clusterDataOf(folder));
    if (server) process.kill(server.pid, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
