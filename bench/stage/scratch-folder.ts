import { chmodSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'agent-builder-bench-';

/** A folder for everything that a run writes down; what earlier, killed runs have left is cleared away first. */
export function makeScratchFolder(): string {
  discardAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // Started by root, the database runs as an account that has to pass through.
  chmodSync(folder, 0o711);
  return folder;
}

/** Ends the database in it at once and erases all; synchronous, so that it also works while the process exits. */
export function discardScratchFolder(folder: string): void {
  const cluster = realFolder(join(folder, 'postgres'));
  if (cluster) {
    endDatabase(cluster);
    erase(cluster);
  }
  erase(folder);
}

function discardAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0;
    if (pid > 0 && !isAlive(pid)) discardScratchFolder(join(tmpdir(), name));
  }
}

/** The cluster stands elsewhere when the database's account cannot enter the temporary folder. */
function realFolder(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function endDatabase(cluster: string): void {
  try {
    const [pid] = readFileSync(join(cluster, 'data', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGQUIT');
  } catch (error) {
    // It has ended, or is not ours to end.
    if (!hasCode(error, ['ENOENT', 'ESRCH', 'EPERM', 'EACCES'])) throw error;
  }
}

function erase(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  } catch (error) {
    if (!hasCode(error, ['EPERM', 'EACCES'])) throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, ['EPERM']);
  }
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
