import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/kernel/database/embedded/embedded-postgres.js';
import { livePostmaster } from '../../src/kernel/database/embedded/postmaster.js';
import type { CompiledSources } from './compile-for-children.js';
import { discardTestServer, reserveTestServer } from './test-server.js';

/** Spares the disk; a test about durable settings asks for others. */
const quick = { fsync: 'off' };

/** A DATA_DIR to try the launcher on. */
export class EmbeddedTrial {
  readonly dataDir = reserveTestServer();
  /** What the launcher has logged. */
  messages: string[] = [];

  start(settings: Record<string, string> = {}): Promise<EmbeddedPostgres> {
    return startEmbeddedPostgres({
      dataDir: this.dataDir,
      settings: { ...quick, ...settings },
      log: (message) => this.messages.push(message),
    });
  }

  /** A process of its own that starts the server, says so, and stays until it is killed. */
  async startInChild(launcher: CompiledSources): Promise<ChildProcess> {
    const script = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(launcher.urlOf('embedded-postgres.js'))});
      await startEmbeddedPostgres({ dataDir: ${JSON.stringify(this.dataDir)}, settings: ${JSON.stringify(quick)}, log() {} });
      process.stdout.write('started');
      setInterval(() => undefined, 1_000_000);
    `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    return child;
  }

  /** Where cluster, log and state are. */
  get home(): string {
    return realpathSync(join(this.dataDir, 'postgres'));
  }

  get cluster(): string {
    return join(this.home, 'data');
  }

  /** The id of the running server's process. */
  async server(): Promise<number | undefined> {
    return (await livePostmaster(this.cluster))?.pid;
  }

  discard(): void {
    discardTestServer(this.dataDir);
  }
}

export async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** The rows of one statement, on a connection of its own. */
export async function queryOnce(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
