import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The two processors that a run uses, whatever the machine has, as `taskset` lists them. */
export interface Processors {
  /** The server under test, or its reference. */
  server: string;
  /** The load generator. */
  load: string;
  /** Databases, queues and workers go where there is room. */
  both: string;
}

/** Undefined where processes cannot be pinned: no `taskset`, or a single processor. */
export function chooseProcessors(): Processors | undefined {
  const [server, load] = allowedProcessors();
  const canPin = server !== undefined && load !== undefined && spawnSync('taskset', ['--version']).status === 0;
  return canPin ? { server: `${server}`, load: `${load}`, both: `${server},${load}` } : undefined;
}

/** Moves this process, and all that it starts from now on, to some processors. */
export function pinSelf(processors: string): void {
  spawnSync('taskset', ['--all-tasks', '--pid', '--cpu-list', processors, String(process.pid)]);
}

/** The command line that runs a program on some processors; under the same process id, as `taskset` becomes the program. */
export function pinned(processors: string | undefined, command: readonly [string, ...string[]]): [string, ...string[]] {
  return processors === undefined ? [...command] : ['taskset', '--cpu-list', processors, ...command];
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
