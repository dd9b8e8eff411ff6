import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresFault } from './embedded-postgres.fault.js';
import { errorCode } from './error-code.js';
import { isProcessAlive } from './process-alive.js';

const patienceMs = 120_000;
const heldHere = new Set<string>();

/** Runs `work` while no other process starts or stops the server of this folder. A lock whose holder died is taken over. */
export async function withStartLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const token = `${process.pid} ${randomUUID()}`;
  const deadline = Date.now() + patienceMs;
  while (!(await takeLock(file, token))) {
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresFault(
        `Another start of the embedded database holds ${file} for too long: end that process, or delete the file.`,
      );
    }
    await pause(25);
  }
  try {
    return await work();
  } finally {
    heldHere.delete(token);
    await rm(file, { force: true });
  }
}

async function takeLock(file: string, token: string): Promise<boolean> {
  heldHere.add(token);
  try {
    await writeFile(file, token, { flag: 'wx' });
    return true;
  } catch (error) {
    heldHere.delete(token);
    if (errorCode(error) !== 'EEXIST') throw error;
    await removeIfAbandoned(file);
    return false;
  }
}

/** Moves the lock aside before deleting it, so that of two who find it abandoned only one takes it away. */
async function removeIfAbandoned(file: string): Promise<void> {
  const holder = await readFile(file, 'utf8').catch(() => undefined);
  if (holder === undefined || isHeld(holder)) return;
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const moved = await readFile(aside, 'utf8');
  if (moved !== holder && isHeld(moved)) await rename(aside, file);
  else await rm(aside, { force: true });
}

function isHeld(holder: string): boolean {
  const pid = Number(holder.split(' ')[0]);
  if (pid === process.pid) return heldHere.has(holder);
  // An empty file is one that its maker is about to fill.
  return holder === '' || isProcessAlive(pid);
}
