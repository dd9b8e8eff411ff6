import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'pg';
import { runMigrations } from '../../src/kernel/database/index.js';
import { startEmbeddedPostgres } from '../../src/kernel/database/embedded/index.js';
import { migrateQueue } from '../../src/kernel/queue/index.js';
import { familyCpuSeconds } from '../machine/process-usage.js';

/** A PostgreSQL of the bench's own, as durable as the product's. */
export interface BenchCluster {
  /** The DATA_DIR that it lies in. */
  dataDir: string;
  /** For the product: no superuser. */
  url: string;
  /** The same database for a superuser, whom no policy binds: for the references. */
  adminUrl: string;
  admin: Pool;
  /** Seconds of processor time of all its processes. */
  cpuSeconds(): number | undefined;
  /** Size of its log, to read from there on later. */
  logSize(): number;
  logSince(position: number): string;
  stop(): Promise<void>;
}

/** Needed to tell when the effects of an event were committed; the product does not need it. */
const settings = { track_commit_timestamp: 'on', min_wal_size: '1GB' };

export async function startCluster(dataDir: string): Promise<BenchCluster> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined, settings });
  await runMigrations(postgres.url);
  await migrateQueue(postgres.url);
  const adminUrl = sameDatabase(postgres.adminUrl, postgres.url);
  const admin = new Pool({ connectionString: adminUrl, max: 4 });
  admin.on('error', () => undefined);
  await assertDurable(admin);
  await recycleLog(admin);
  const home = realpathSync(join(dataDir, 'postgres'));
  const logFile = join(home, 'server.log');
  const postmaster = Number(readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    dataDir,
    url: postgres.url,
    adminUrl,
    admin,
    cpuSeconds: () => familyCpuSeconds(postmaster),
    logSize: () => statSync(logFile).size,
    logSince: (position) => readFileSync(logFile).subarray(position).toString('utf8'),
    stop: async () => {
      await admin.end();
      await postgres.stop();
    },
  };
}

/**
 * A cluster that has run for a while writes into old segments of its log again. A new one makes each as it comes to it, 16 MB
 * at a time, and everybody waits for that: some 50 ms every few seconds, which would be the p99 of all rows.
 */
async function recycleLog(admin: Pool): Promise<void> {
  for (let segment = 0; segment < 64; segment += 1) {
    await admin.query(`SELECT pg_logical_emit_message(true, 'bench', 'x')`);
    await admin.query('SELECT pg_switch_wal()');
  }
  await admin.query('CHECKPOINT');
}

/** An acknowledgement that is not on disk would be measured far too fast. */
async function assertDurable(admin: Pool): Promise<void> {
  const { rows } = await admin.query<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')`,
  );
  const lax = rows.find(({ setting }) => setting !== 'on');
  if (lax) throw new Error(`${lax.name} is ${lax.setting}: the figures would say nothing.`);
}

function sameDatabase(adminUrl: string, url: string): string {
  const address = new URL(adminUrl);
  address.pathname = new URL(url).pathname;
  return address.href;
}
