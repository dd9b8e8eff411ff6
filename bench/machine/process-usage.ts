import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const ticksPerSecond = Number(spawnSync('getconf', ['CLK_TCK']).stdout.toString()) || 100;

interface Usage {
  parent: number;
  /** User and system time of the process itself, in seconds. */
  own: number;
  /** The same of its children that have ended. */
  ofEnded: number;
}

/** Seconds of processor time that a process has used; undefined where the system does not tell. */
export function cpuSeconds(pid: number): number | undefined {
  return usageOf(pid)?.own;
}

/** The same for a process and all its children, ended ones included: PostgreSQL has one for each connection. */
export function familyCpuSeconds(pid: number): number | undefined {
  const parent = usageOf(pid);
  if (!parent) return undefined;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => usageOf(Number(name)) ?? [])
    .filter((usage) => usage.parent === pid);
  return children.reduce((sum, { own }) => sum + own, parent.own + parent.ofEnded);
}

/** Resident memory in bytes; undefined where the system does not tell. */
export function residentBytes(pid: number): number | undefined {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readProc(`/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; the name, in brackets, may hold anything. */
function usageOf(pid: number): Usage | undefined {
  const stat = readProc(`/proc/${pid}/stat`);
  if (stat === '') return undefined;
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const ticks = (first: number) => (fields[first] ?? 0) + (fields[first + 1] ?? 0);
  return { parent: fields[1] ?? 0, own: ticks(11) / ticksPerSecond, ofEnded: ticks(13) / ticksPerSecond };
}

/** Empty when there is no such process, or no such file system. */
function readProc(path: string): string {
  try {
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  } catch {
    // It ended between the look and the reading.
    return '';
  }
}
