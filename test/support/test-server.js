import {
  accessSync,
  chmodSync,
  constants,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'agent-builder-test-';
/** A file system of Linux that lies in memory. */
const memory = '/dev/shm';
const gigabyte = 2 ** 30;

/**
 * Reserves the DATA_DIR of this run's test server. The first test that wants a database starts the server there (see
 * database.ts), so a run of unit tests alone pays nothing.
 */
export function reserveTestServer() {
  discardAbandoned();
  const dataDir = mkdtempSync(join(hasRoom(memory) ? memory : tmpdir(), `${prefix}${process.pid}-`));
  // Started by root, the server runs as an account that has to pass through.
  chmodSync(dataDir, 0o711);
  return dataDir;
}

/** Ends the server at once and erases its data; synchronous, so that it also works while the process exits. */
export function discardTestServer(dataDir) {
  const home = realHome(dataDir);
  if (home) {
    endServer(home);
    erase(home);
  }
  erase(dataDir);
}

/** Clears away what processes that were killed could not. */
export function discardAbandoned() {
  for (const folder of [tmpdir(), memory].filter(isOpen)) {
    for (const name of readdirSync(folder)) {
      const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0;
      if (pid > 0 && !isAlive(pid)) discardTestServer(join(folder, name));
    }
  }
}

/**
 * Whether the tests' databases fit in memory beside the tests. Each of them has a thousand files, which live for seconds:
 * on a disk, making and removing them takes more of a processor than all that is asked of them.
 */
function hasRoom(folder) {
  if (!isOpen(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > 2 * gigabyte && freemem() > 6 * gigabyte;
}

function isOpen(folder) {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The cluster stands elsewhere when the server's account cannot enter the temporary folder. */
function realHome(dataDir) {
  try {
    return realpathSync(join(dataDir, 'postgres'));
  } catch {
    return undefined;
  }
}

function endServer(home) {
  try {
    const [pid] = readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGQUIT');
  } catch (error) {
    if (!['ENOENT', 'ESRCH', 'EPERM', 'EACCES'].includes(error.code)) throw error;
  }
}

function erase(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  } catch (error) {
    if (!['EPERM', 'EACCES'].includes(error.code)) throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
