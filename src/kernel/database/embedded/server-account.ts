import type { Stats } from 'node:fs';
import { access, chmod, chown, constants, mkdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EmbeddedPostgresFault } from './embedded-postgres.fault.js';

/** The account that runs the server when we are root, which PostgreSQL refuses to be. */
export interface ServerAccount {
  name: string;
  uid: number;
  gid: number;
}

/** Where root keeps what the server's account must reach and a reboot must not erase. */
const systemFolder = '/var/lib/agent-builder';

const preferredNames = ['postgres', 'nobody'];

/**
 * Picks the account for the server: none when we are an ordinary user and run it ourselves.
 *
 * @param ownerUid the account that already owns the cluster, which must go on running it.
 */
export async function serverAccount(ownerUid?: number): Promise<ServerAccount | undefined> {
  if (process.geteuid?.() !== 0) return undefined;
  const accounts = await knownAccounts();
  const owner = ownerUid ? accounts.find(({ uid }) => uid === ownerUid) : undefined;
  const chosen = owner ?? preferredNames.map((name) => accounts.find((account) => account.name === name)).find(Boolean);
  if (chosen) return chosen;
  throw new EmbeddedPostgresFault(
    `PostgreSQL does not run as root and this machine has no account ${preferredNames.join(' or ')}: start as an ordinary user, or set DATABASE_URL.`,
  );
}

async function knownAccounts(): Promise<ServerAccount[]> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    // initdb looks its own account up, so only one that is listed will do; -2 is how macOS writes nobody.
    return name && Number(uid) ? [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }] : [];
  });
}

/** Hands a file or folder that root has made to the account that runs the server. */
export async function give(path: string, account: ServerAccount | undefined): Promise<void> {
  if (account) await chown(path, account.uid, account.gid);
}

/** Whether the account may pass through every folder down to this one; without an account, we can. */
export async function canReach(account: ServerAccount | undefined, folder: string): Promise<boolean> {
  if (!account) return true;
  for (let path = await realpath(folder); ; path = dirname(path)) {
    if (!mayEnter(account, await stat(path))) return false;
    if (path === dirname(path)) return true;
  }
}

function mayEnter(account: ServerAccount, { mode, uid, gid }: Stats): boolean {
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & 1) === 1;
}

/** @returns undefined where root may not write there, as in a read-only container. */
export async function openSystemFolder(account: ServerAccount): Promise<string | undefined> {
  try {
    // Opened afterwards, since a strict umask would close it.
    if (await mkdir(systemFolder, { recursive: true })) await chmod(systemFolder, 0o755);
    await access(systemFolder, constants.W_OK);
    return (await canReach(account, systemFolder)) ? systemFolder : undefined;
  } catch {
    return undefined;
  }
}
