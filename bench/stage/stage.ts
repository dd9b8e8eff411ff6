import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError } from 'pg';
import { EventSigner } from '../load/signed-events.js';
import type { Processors } from '../machine/pin.js';
import type { Backend, BenchOptions } from '../options.js';
import type { BenchCluster } from './cluster.js';
import { nodeFlags } from './node-flags.js';
import { ServerProcess, type ServerProcessOptions } from './server-process.js';
import { openWorkspace, type BenchWorkspace } from './workspace.js';

const drainLimitMs = 180_000;
/** Between two looks whether events are still pending; each costs the database some microseconds. */
const pollMs = 50;
/** For what a worker holds in its hands while its tables are emptied. */
const settleMs = 500;
/** Shorter than the time after which PostgreSQL looks for a deadlock, and may choose the worker. */
const lockLimitMs = 500;
const lockTries = 20;
const lockNotAvailable = '55P03';

const tables = [
  'webhook_pending',
  'webhook_events',
  'calls',
  'transcript_segments',
  'call_messages',
  'call_transfers',
  'tool_invocations',
  'usage_entries',
  'appointments',
  'booking_attempts',
  'slot_holds',
];

export interface StageParts {
  options: BenchOptions;
  scratch: string;
  cluster: BenchCluster;
  processors: Processors | undefined;
}

/** The settings of a deployment, as production has them. */
const deployment = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  JWT_SECRET: randomBytes(32).toString('base64url'),
  ENCRYPTION_KEYS: `bench:${randomBytes(32).toString('base64')}`,
  VAPI_WEBHOOK_SECRET: randomBytes(32).toString('hex'),
};

/** Where a row plays: the databases, and processes of the product and of references, each on its processor. */
export class Stage {
  readonly signer = new EventSigner(deployment.VAPI_WEBHOOK_SECRET);

  constructor(
    readonly parts: StageParts,
    readonly backend: Backend,
    readonly redisUrl: string | undefined,
  ) {}

  get quick(): boolean {
    return this.parts.options.quick;
  }

  get cluster(): BenchCluster {
    return this.parts.cluster;
  }

  /** An API process on the measured processor. */
  startApi(script = 'src/main.js', env: Record<string, string> = {}): Promise<ServerProcess> {
    return ServerProcess.start(this.process('api', script, { WORKER: 'off', SANDBOX: 'off', PORT: '0', ...env }));
  }

  /** A worker process; wherever there is room unless it is what is measured. */
  startWorker(place: 'measured' | 'beside' = 'beside'): Promise<ServerProcess> {
    const processors = this.parts.processors?.[place === 'measured' ? 'server' : 'both'];
    const options = this.process('worker', 'src/worker.js', { WORKER_PORT: '0' });
    return ServerProcess.start({ ...options, nodeFlags: nodeFlags.worker, processors });
  }

  /** A reference, where the server would be. */
  startReference(script: string, env: Record<string, string>): Promise<ServerProcess> {
    return ServerProcess.start({ ...this.process(script.replace(/\W+/g, '-'), script, env), nodeFlags: [] });
  }

  /** How a process of the product is started on the measured processor. */
  process(name: string, script: string, env: Record<string, string>): ServerProcessOptions {
    const { scratch, options } = this.parts;
    const processors = this.parts.processors?.server;
    const dataDir = join(scratch, 'files');
    mkdirSync(dataDir, { recursive: true });
    const queue: Record<string, string> = this.redisUrl ? { REDIS_URL: this.redisUrl } : {};
    const settings = { ...deployment, DATABASE_URL: this.cluster.url, DATA_DIR: dataDir, ...queue, ...env };
    return {
      name,
      script,
      nodeFlags: nodeFlags.main,
      env: settings,
      processors,
      folder: scratch,
      profileDir: options.profileDir,
    };
  }

  async openWorkspace(api: ServerProcess): Promise<BenchWorkspace> {
    return openWorkspace(await api.url(), this.cluster.admin);
  }

  /** Forgets all events and calls, so that every round meets tables of the same size. */
  async reset(): Promise<void> {
    const client = await this.cluster.admin.connect();
    try {
      // The usage ledger refuses to forget; a superuser may suspend that.
      await client.query('SET session_replication_role = replica');
      // A worker that is at work holds some of the tables, and waits for others: rather give way to it than fail.
      await client.query(`SET lock_timeout = '${lockLimitMs}'`);
      await untilTaken(() => client.query(`TRUNCATE ${tables.join(', ')}`));
      await client.query('RESET session_replication_role; RESET lock_timeout');
    } finally {
      client.release();
    }
    await pause(settleMs);
  }

  /** Waits until the workers have finished what is stored. */
  async untilProcessed(): Promise<void> {
    const deadline = performance.now() + drainLimitMs;
    while (await this.isPending()) {
      if (performance.now() > deadline) throw new Error('The workers do not finish what is stored.');
      await pause(pollMs);
    }
  }

  private async isPending(): Promise<boolean> {
    const { rows } = await this.cluster.admin.query<{ pending: boolean }>(
      `SELECT EXISTS (SELECT FROM webhook_events WHERE status IN ('RECEIVED', 'FAILED')) AS pending`,
    );
    return rows[0]?.pending ?? false;
  }
}

async function untilTaken(truncate: () => Promise<unknown>): Promise<void> {
  for (let triesLeft = lockTries; ; triesLeft -= 1) {
    try {
      await truncate();
      return;
    } catch (error) {
      if (triesLeft <= 1 || !(error instanceof DatabaseError) || error.code !== lockNotAvailable) throw error;
    }
  }
}
