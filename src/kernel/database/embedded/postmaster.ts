import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isProcessAlive } from './process-alive.js';

/** A running server, as its postmaster.pid tells. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** The server that runs on this cluster. A pid file that a crash left behind is no server, even when its number is in use again. */
export async function livePostmaster(clusterData: string): Promise<Postmaster | undefined> {
  const file = join(clusterData, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (await isServerOf(pid, clusterData)) return { pid, port: Number(lines[3]) };
  await rm(file, { force: true });
  return undefined;
}

/** Whether this process is alive and the server of this cluster, not another that got its number. */
export async function isServerOf(pid: number, clusterData: string): Promise<boolean> {
  if (!isProcessAlive(pid)) return false;
  const command = await commandOf(pid);
  // Where commands cannot be read (Windows), the pid file has to be believed.
  return command === undefined || (command.includes('postgres') && command.includes(clusterData));
}

/** The command line of a process; /proc serves where ps is not installed, as in slim containers. */
async function commandOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  if (process.platform === 'linux')
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout;
}
