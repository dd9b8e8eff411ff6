import { chmodSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'agent-builder-test-';

/**
 * Reserves the DATA_DIR of this run's test server. The first test that wants a database starts the server there (see
 * database.ts), so a run of unit tests alone pays nothing.
 */
export function reserveTestServer() {
  discardAbandoned();
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
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
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0;
    if (pid > 0 && !isAlive(pid)) discardTestServer(join(tmpdir(), name));
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
