import { createPostgresBackend, isPgPool, type BackendFactory } from 'bullmq';
import { Pool } from 'pg';
import { watchPool } from '../observability/index.js';
import { isQueueSchemaCurrent, migrateQueue, queueSchema } from './queue-schema.js';
import { QueueBackend } from './queue-backend.js';
import { QueueFault } from './queue.errors.js';
import type { RepeatedErrors } from './repeated-errors.js';

export interface PostgresBackendSettings {
  url: string;
  poolSize: number;
  /** Whether this process brings the schema up to date by itself, or only checks it. */
  migrates: boolean;
  errors: RepeatedErrors;
}

/** Besides one connection for each worker, which listens on it for as long as it lives. */
const sparePerPool = 2;

/** BullMQ on PostgreSQL, through one pool for all queues and workers of the process. */
export class PostgresBackend extends QueueBackend {
  readonly kind = 'postgres';
  readonly #pool: Pool;

  constructor(private readonly settings: PostgresBackendSettings) {
    super();
    this.#pool = new Pool({
      connectionString: withSearchPath(settings.url),
      max: settings.poolSize,
      keepAlive: true,
      application_name: 'agent-builder queue',
      connectionTimeoutMillis: 5_000,
    });
    // Each queue and each worker listens for errors of the pool they share.
    this.#pool.setMaxListeners(0);
    this.#pool.on('error', (error) => settings.errors.report(error, 'postgres'));
    watchPool('queue', this.#pool);
  }

  readonly factory: BackendFactory = (name, options, factoryOptions) => {
    const connection: unknown = this.#pool;
    // BullMQ describes a pool in words of its own; this is how it recognises one.
    if (!isPgPool(connection)) throw new QueueFault('BullMQ does not know this kind of PostgreSQL pool.');
    return createPostgresBackend(name, { ...options, connection }, factoryOptions);
  };

  async open(): Promise<void> {
    if (await this.#isSchemaCurrent()) return;
    if (!this.settings.migrates) {
      throw new QueueFault('The tables of the queue are missing or out of date. Run `npm run migrate` first.');
    }
    await migrateQueue(this.settings.url);
  }

  assertRoomFor(workers: number): void {
    const needed = workers + sparePerPool;
    if (this.settings.poolSize >= needed) return;
    throw new QueueFault(
      `QUEUE_POOL_SIZE is ${this.settings.poolSize}, but ${workers} workers need ${needed} connections. Raise it, or leave it unset.`,
    );
  }

  async ping(): Promise<void> {
    await this.#pool.query('SELECT 1');
  }

  onReturn(): void {
    // PostgreSQL comes back with everything it had.
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #isSchemaCurrent(): Promise<boolean> {
    try {
      const client = await this.#pool.connect();
      try {
        return await isQueueSchemaCurrent(client);
      } finally {
        client.release();
      }
    } catch (error) {
      throw new QueueFault('The queue cannot be opened in PostgreSQL (DATABASE_URL): is it running and reachable?', {
        cause: error,
      });
    }
  }
}

/** BullMQ's statements name no schema. Set when connecting, so that no statement has to precede the first one. */
function withSearchPath(url: string): string {
  const address = new URL(url);
  const options = [address.searchParams.get('options'), `-c search_path=${queueSchema}`].filter(Boolean);
  address.searchParams.set('options', options.join(' '));
  return address.href;
}
