import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../../src/kernel/database/embedded/embedded-postgres.js';
import { isServerOf, livePostmaster } from '../../../src/kernel/database/embedded/postmaster.js';
import { discardTestServer, reserveTestServer } from '../../support/test-server.js';
import { onExit } from './on-exit.js';

/** Two processes of each kind, and those whose connections the server has not noticed to be gone. */
const settings = { max_connections: '250' };
/** Without these a crash may lose what was committed, and the run would prove nothing. */
const durable = ['fsync', 'synchronous_commit', 'full_page_writes'];
const restartLimitMs = 90_000;

/** A PostgreSQL of its own on a cluster of its own, durable, to be killed and started again on the same port. */
export class PostgresServer {
  #restart: Promise<void> = Promise.resolve();

  private constructor(
    private readonly dataDir: string,
    private running: EmbeddedPostgres,
    private readonly forget: () => void,
  ) {}

  static async start(): Promise<PostgresServer> {
    const dataDir = reserveTestServer();
    const forget = onExit(() => discardTestServer(dataDir));
    const server = new PostgresServer(dataDir, await launch(dataDir), forget);
    await server.assertDurable();
    return server;
  }

  /** For the server under test: a login that is no superuser. */
  get url(): string {
    return this.running.url;
  }

  /** For the judge: a superuser, on the same database. */
  get adminUrl(): string {
    const address = new URL(this.running.adminUrl);
    address.pathname = new URL(this.running.url).pathname;
    return address.href;
  }

  /** Ends the server as a crash does, and starts it again; `back()` waits for that. @returns false when it was down. */
  async kill(): Promise<boolean> {
    const server = await livePostmaster(this.cluster);
    if (!server) return false;
    process.kill(server.pid, 'SIGKILL');
    this.#restart = this.#comeBack(server);
    // Whoever waits for it hears of a failure; it is nobody's if nobody waits.
    this.#restart.catch(() => undefined);
    return true;
  }

  back(): Promise<void> {
    return this.#restart;
  }

  async discard(): Promise<void> {
    await this.#restart.catch(() => undefined);
    this.forget();
    discardTestServer(this.dataDir);
  }

  async #comeBack({ pid, port }: { pid: number; port: number }): Promise<void> {
    const deadline = Date.now() + restartLimitMs;
    while (await isServerOf(pid, this.cluster)) await pause(5);
    // The addresses that the processes know name this port.
    while (!(await isFree(port))) {
      if (Date.now() > deadline) throw new Error(`Port ${port} stays taken after PostgreSQL was killed.`);
      await pause(20);
    }
    const { url } = this.running;
    this.running = await launch(this.dataDir);
    if (this.running.url !== url) throw new Error('PostgreSQL came back under another address.');
  }

  private get cluster(): string {
    return join(realpathSync(join(this.dataDir, 'postgres')), 'data');
  }

  /** As the login of the server sees it. */
  private async assertDurable(): Promise<void> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    try {
      for (const setting of durable) {
        const { rows } = await client.query<Record<string, string>>(`SHOW ${setting}`);
        if (rows[0]?.[setting] !== 'on')
          throw new Error(`PostgreSQL runs without ${setting}: a crash may lose commits.`);
      }
    } finally {
      await client.end();
    }
  }
}

function launch(dataDir: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir, settings, log: () => undefined });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
