import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clusterDataOf, type ClusterHome } from './cluster-layout.js';
import { EmbeddedPostgresFault } from './embedded-postgres.fault.js';
import { freePort } from './free-port.js';
import type { NativeBinaries } from './native-binaries.js';
import { livePostmaster, type Postmaster } from './postmaster.js';
import { runProgram, type Outcome } from './run-program.js';
import { writeSettings } from './server-settings.js';

const retryForMs = 20_000;
const startSeconds = 300;
const fastStopSeconds = 20;
const largestLog = 10_000_000;

/** Somebody took the port between our look and the server's. */
const portTaken = /could not create any TCP\/IP sockets|Address already in use/;
/** The children of a server that was killed need a moment to notice. */
const formerServerLingers = /pre-existing shared memory block|lock file "postmaster\.pid" already exists/;

/** Starts and stops the server of one cluster, through pg_ctl. */
export class ServerControl {
  constructor(
    private readonly home: ClusterHome,
    private readonly binaries: NativeBinaries,
  ) {}

  /** @returns once the server takes connections, crash recovery included. */
  async start(settings: string, wantedPort: number | undefined): Promise<Postmaster> {
    await this.rotateLog();
    const deadline = Date.now() + retryForMs;
    for (let port = await freePort(wantedPort); ;) {
      await writeSettings(this.home, settings, port);
      const logged = await this.logSize();
      const { code, output } = await this.pgCtl('start', `--timeout=${startSeconds}`, `--log=${this.logFile}`);
      const server = code === 0 ? await livePostmaster(this.data) : undefined;
      if (server) return server;
      const reason = await this.logSince(logged);
      const passes = portTaken.test(reason) || formerServerLingers.test(reason);
      if (!passes || Date.now() > deadline) throw this.startFault(reason || output);
      if (portTaken.test(reason)) port = await freePort();
      else await pause(100);
    }
  }

  /** Ends sessions and writes everything down; a server that hangs is ended the hard way, and recovers at its next start. */
  async stop(): Promise<void> {
    if (!(await livePostmaster(this.data))) return;
    const fast = await this.pgCtl('stop', '--mode=fast', `--timeout=${fastStopSeconds}`);
    if (fast.code !== 0 && (await livePostmaster(this.data))) await this.pgCtl('stop', '--mode=immediate');
  }

  private pgCtl(action: 'start' | 'stop', ...options: string[]): Promise<Outcome> {
    return runProgram({
      path: join(this.binaries.folder, 'bin', 'pg_ctl'),
      args: [action, '--wait', '--silent', `--pgdata=${this.data}`, ...options],
      folder: this.home.folder,
      account: this.home.account,
    });
  }

  private startFault(text: string): EmbeddedPostgresFault {
    const lines = text.trim().split('\n');
    const told = lines.find((line) => /(FATAL|PANIC):/.test(line)) ?? lines.at(-1) ?? '';
    const reason = told.replace(/^.*?(FATAL|PANIC):\s*/, '').replace(/\.$/, '');
    return new EmbeddedPostgresFault(`The embedded PostgreSQL does not start: ${reason}. See ${this.logFile}.`);
  }

  private get data(): string {
    return clusterDataOf(this.home.folder);
  }

  private get logFile(): string {
    return join(this.home.folder, 'server.log');
  }

  private async logSize(): Promise<number> {
    return stat(this.logFile).then(
      ({ size }) => size,
      () => 0,
    );
  }

  private async logSince(position: number): Promise<string> {
    const size = (await this.logSize()) - position;
    if (size <= 0) return '';
    const file = await open(this.logFile);
    try {
      return (await file.read(Buffer.alloc(size), 0, size, position)).buffer.toString();
    } finally {
      await file.close();
    }
  }

  private async rotateLog(): Promise<void> {
    if ((await this.logSize()) < largestLog) return;
    await rm(`${this.logFile}.1`, { force: true });
    await rename(this.logFile, `${this.logFile}.1`);
  }
}
