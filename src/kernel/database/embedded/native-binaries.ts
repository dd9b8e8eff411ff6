import { randomUUID } from 'node:crypto';
import { access, chmod, cp, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { EmbeddedPostgresFault } from './embedded-postgres.fault.js';
import { errorCode } from './error-code.js';
import { canReach, openSystemFolder, type ServerAccount } from './server-account.js';

/** The PostgreSQL programs of this machine's npm package. */
export interface NativeBinaries {
  /** Holds bin/, lib/ and share/. */
  folder: string;
  /** The package's version; its first number is PostgreSQL's major version. */
  version: string;
}

const supported = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64'];
const packageSchema = z.object({ version: z.string() });
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** @throws EmbeddedPostgresFault when npm did not bring the package of this platform. */
async function installedBinaries(): Promise<NativeBinaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  if (!supported.includes(platform)) {
    throw new EmbeddedPostgresFault(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const name = `@embedded-postgres/${platform}`;
  const root = packageRoot(name);
  if (!root) {
    throw new EmbeddedPostgresFault(
      `The package ${name} is not installed: run "npm install --include=optional", or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const { version } = packageSchema.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  return { folder: join(root, 'native'), version };
}

function packageRoot(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

/**
 * The programs where the server's account can run them: in node_modules if possible, else as a copy.
 *
 * npm archives hold no symbolic links, and the package restores those of its libraries by an install script, which npm
 * does not always run: they are restored here.
 */
export async function usableBinaries(
  home: string,
  account: ServerAccount | undefined,
  log: (message: string) => void,
): Promise<NativeBinaries> {
  const installed = await installedBinaries();
  if ((await isUsableBy(account, installed.folder)) && (await restoreLinks(installed.folder))) return installed;
  const folder = join(await folderOfCopies(home, account), `native-${installed.version}`);
  if (!(await exists(folder))) {
    log(`Copying the PostgreSQL programs to ${folder}, where the account that runs them can reach them…`);
    await copyBinaries(installed.folder, folder);
  }
  return { ...installed, folder };
}

/** Root keeps one copy for all clusters of the machine; anybody else has to keep one beside the cluster. */
async function folderOfCopies(home: string, account: ServerAccount | undefined): Promise<string> {
  return (account && (await openSystemFolder(account))) ?? home;
}

async function isUsableBy(account: ServerAccount | undefined, folder: string): Promise<boolean> {
  if (!account) return true;
  const reached = await Promise.all(['bin', 'lib', 'share'].map((part) => canReach(account, join(folder, part))));
  // A strict umask closes the files too; they share one fate, so one of them tells.
  const { mode } = await stat(join(folder, 'bin', 'postgres'));
  return reached.every(Boolean) && (mode & 0o005) === 0o005;
}

/** @returns false when links are missing and cannot be made here. */
async function restoreLinks(folder: string): Promise<boolean> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of linksSchema.parse(JSON.parse(list))) {
    const link = join(folder, relative('native', target));
    if (await exists(link)) continue;
    try {
      await symlink(basename(source), link);
    } catch (error) {
      // Another process may have made it meanwhile.
      if (errorCode(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

async function copyBinaries(from: string, to: string): Promise<void> {
  const partial = `${to}.${randomUUID()}`;
  try {
    // Static libraries and build files are for compiling against PostgreSQL.
    const needed = (path: string) => !path.endsWith('.a') && basename(path) !== 'pkgconfig';
    await cp(from, partial, { recursive: true, verbatimSymlinks: true, filter: needed });
    if (!(await restoreLinks(partial)))
      throw new EmbeddedPostgresFault(`Links cannot be made in ${to}: set DATA_DIR to another folder.`);
    await openToAll(partial);
    // A start on another DATA_DIR may have been faster.
    if (!(await exists(to))) await rename(partial, to);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** The copy keeps the modes of node_modules, which a strict umask has closed to the server's account. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
