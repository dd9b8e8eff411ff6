import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The two processors that a run uses, whatever the machine has: one for what is measured, one for everything else. */
export interface Processors {
  /** The server under test, or its reference. */
  server: number;
  /** The load generator, the databases and whatever else runs meanwhile. */
  others: number;
}

/** Undefined where processes cannot be pinned: no `taskset`, or a single processor. */
export function chooseProcessors(): Processors | undefined {
  const [server, others] = allowedProcessors();
  const canPin = server !== undefined && others !== undefined && spawnSync('taskset', ['--version']).status === 0;
  return canPin ? { server, others } : undefined;
}

/** Moves this process, and all that it starts from now on, to one processor. */
export function pinSelf(processor: number): void {
  spawnSync('taskset', ['--all-tasks', '--pid', '--cpu-list', String(processor), String(process.pid)]);
}

/** The command line that runs a program on one processor; under the same process id, as `taskset` becomes the program. */
export function pinned(processor: number | undefined, command: readonly [string, ...string[]]): [string, ...string[]] {
  return processor === undefined ? [...command] : ['taskset', '--cpu-list', String(processor), ...command];
}

/** As in `Cpus_allowed_list: 0-3,8`: a container may have been given some of the machine's only. */
function allowedProcessors(): number[] {
  if (process.platform !== 'linux') return [];
  const status = readFileSync('/proc/self/status', 'utf8');
  const list = /^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? '';
  return list.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
