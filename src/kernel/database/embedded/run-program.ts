import { spawn } from 'node:child_process';
import { EmbeddedPostgresFault } from './embedded-postgres.fault.js';
import { errorCode } from './error-code.js';
import type { ServerAccount } from './server-account.js';

export interface Program {
  path: string;
  args: readonly string[];
  /** Reachable by the account, since some tools look at where they stand. */
  folder: string;
  account: ServerAccount | undefined;
}

export interface Outcome {
  code: number | null;
  output: string;
}

/** The caller's PG*, LD_* and locale settings must not leak into the server. */
const plainEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', LANG: 'C', TZ: 'UTC' };

/**
 * Runs a PostgreSQL tool to its end, in a process group of its own: a Ctrl-C meant for us must not reach the server
 * before our connections are drained.
 */
export function runProgram({ path, args, folder, account }: Program): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const identity = account ? { uid: account.uid, gid: account.gid } : {};
    const child = spawn(path, args, {
      ...identity,
      cwd: folder,
      env: process.platform === 'win32' ? { LC_ALL: 'C' } : plainEnvironment,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => reject(cannotRun(path, account, error)));
    // Not `close`: on some systems the server inherits the pipes and keeps them open.
    child.once('exit', (code) => setImmediate(() => resolve({ code, output })));
  });
}

function cannotRun(path: string, account: ServerAccount | undefined, error: unknown): EmbeddedPostgresFault {
  const who = account ? ` as the account ${account.name}` : '';
  const code = errorCode(error);
  // The file is there, so what is missing is its loader: a C library other than glibc.
  const why = code === 'ENOENT' ? 'this system lacks the C library (glibc) that they need' : String(code);
  return new EmbeddedPostgresFault(
    `The PostgreSQL programs cannot run here${who} (${path}): ${why}. Set DATABASE_URL to a PostgreSQL of your own.`,
    { cause: error },
  );
}
