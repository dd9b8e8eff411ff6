import { spawnSync } from 'node:child_process';
import { readFileSync, statfsSync } from 'node:fs';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';

const tmpfs = 0x01021994;
const lookMs = 1_500;

/** On what the figures were taken; without it they say nothing. */
export interface MachineDescription {
  date: string;
  cpu: string;
  cores: number;
  memoryGiB: number;
  system: string;
  node: string;
  postgres: string;
  redis: string | null;
  /** What the database writes to. */
  disk: 'memory' | 'disk';
  loadAverage: number;
  /** The share of all processors that other programs used just before the run; near 0 on a machine of one's own. */
  busyBefore: number | null;
}

/** @param folder Where the database lies. */
export async function describeMachine(admin: Pool, folder: string): Promise<MachineDescription> {
  const { rows } = await admin.query<{ version: string }>('SELECT version()');
  return {
    date: new Date().toISOString(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    system: `${type()} ${release()} ${arch()}`,
    node: process.versions.node,
    postgres: rows[0]?.version.split(' on ')[0] ?? 'unknown',
    redis: redisVersion(),
    disk: statfsSync(folder).type === tmpfs ? 'memory' : 'disk',
    loadAverage: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    busyBefore: await busyShare(),
  };
}

/** Null when `redis-server` is not installed. */
export function redisVersion(): string | null {
  const { status, stdout } = spawnSync('redis-server', ['--version']);
  if (status !== 0) return null;
  return /v=(\S+)/.exec(stdout.toString())?.[1] ?? 'unknown';
}

async function busyShare(): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const before = processorTimes();
  await pause(lookMs);
  const after = processorTimes();
  const total = after.total - before.total;
  return total > 0 ? Math.round((1 - (after.idle - before.idle) / total) * 100) / 100 : null;
}

/** In ticks since the start of the system. */
function processorTimes(): { total: number; idle: number } {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1);
  const [, ...ticks] = line.split(/\s+/).map(Number);
  const [, , , idle = 0, waiting = 0] = ticks;
  return { total: ticks.slice(0, 8).reduce((sum, each) => sum + each, 0), idle: idle + waiting };
}
