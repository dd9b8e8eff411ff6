import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cpuSeconds, residentBytes } from '../machine/process-usage.js';
import { pinned } from '../machine/pin.js';

const built = fileURLToPath(new URL('../../', import.meta.url));
const readyLimitMs = 60_000;
const stopLimitMs = 12_000;

export interface ServerProcessOptions {
  /** For the names of its log and its profiles. */
  name: string;
  /** Below the built files, such as `src/main.js`. */
  script: string;
  /** Of Node, before the script. */
  nodeFlags?: readonly string[];
  /** All of its environment but the path. */
  env: Readonly<Record<string, string>>;
  processors: string | undefined;
  /** Where its log lies and where it works, so that no `.env` file changes what is measured. */
  folder: string;
  profileDir: string | undefined;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A process of the product, or a reference: each tells with `process.ready` in its log that it can be used. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly pid: number,
    private readonly logFile: string,
    /** Milliseconds since the start of this process at which it was started. */
    readonly spawnedAt: number,
    /** Its environment. */
    readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** @returns before it is ready. */
  static spawn(options: ServerProcessOptions): ServerProcess {
    const { name, script, nodeFlags = [], env, processors, folder, profileDir } = options;
    const logFile = join(folder, `${name}-${Date.now()}.log`);
    const output = openSync(logFile, 'a');
    const profiling = profileDir
      ? ['--cpu-prof', `--cpu-prof-dir=${profileDir}`, `--cpu-prof-name=${name}-${Date.now()}.cpuprofile`]
      : [];
    const [command, ...args] = pinned(processors, [process.execPath, ...nodeFlags, ...profiling, join(built, script)]);
    const spawnedAt = performance.now();
    const child = spawn(command, args, {
      cwd: folder,
      stdio: ['ignore', output, output],
      env: { PATH: process.env.PATH, HOME: folder, ...env },
    });
    closeSync(output);
    running.add(child);
    child.once('exit', () => running.delete(child));
    if (child.pid === undefined) throw new Error(`${name} could not be started.`);
    return new ServerProcess(child, child.pid, logFile, spawnedAt, env);
  }

  static async start(options: ServerProcessOptions): Promise<ServerProcess> {
    const server = ServerProcess.spawn(options);
    await server.logged('process.ready');
    return server;
  }

  /** The first line of its log with this event. */
  async logged(event: string): Promise<Record<string, unknown>> {
    const deadline = performance.now() + readyLimitMs;
    for (;;) {
      const line = this.log().find((each) => each.event === event);
      if (line) return line;
      if (!this.isRunning || performance.now() > deadline) {
        throw new Error(
          `${this.logFile} does not say "${event}":\n${readFileSync(this.logFile, 'utf8').slice(-4_000)}`,
        );
      }
      await pause(10);
    }
  }

  /** What it printed in JSON. */
  log(): Record<string, unknown>[] {
    return readFileSync(this.logFile, 'utf8')
      .split('\n')
      .flatMap((line) => (line.startsWith('{') && line.endsWith('}') ? readJsonObject(line) : []));
  }

  /** Everything that it printed. */
  get printed(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  async url(): Promise<string> {
    const { url, probes } = await this.logged('process.ready');
    return String(url ?? probes);
  }

  async port(): Promise<number> {
    return Number(new URL(await this.url()).port);
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  get cpuSeconds(): number | undefined {
    return cpuSeconds(this.pid);
  }

  get residentBytes(): number | undefined {
    return residentBytes(this.pid);
  }

  /** Stands still until `resume`: what arrives meanwhile waits for it. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    if (!this.isRunning) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGCONT');
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), stopLimitMs);
    await ended;
    clearTimeout(timer);
  }
}

/** None when the line was cut short or is something else. */
function readJsonObject(line: string): Record<string, unknown>[] {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? [{ ...value }] : [];
  } catch {
    return [];
  }
}
