import { createRedisBackend, type BackendFactory } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import { within } from '../lifecycle/index.js';
import { QueueBackend } from './queue-backend.js';
import { QueueFault } from './queue.errors.js';
import type { RepeatedErrors } from './repeated-errors.js';

const connectLimitMs = 5_000;

const shared: RedisOptions = {
  connectionName: 'agent-builder',
  lazyConnect: true,
  keepAlive: 10_000,
  // How long a closed connection may keep the process from ending.
  disconnectTimeout: 500,
  retryStrategy: (times) => Math.min(times * 100, 1_000),
};

/** BullMQ on Redis, through one connection for whoever puts jobs, one for all workers, and one per worker that blocks. */
export class RedisBackend extends QueueBackend {
  readonly kind = 'redis';
  readonly #producer: Redis;
  readonly #worker: Redis;

  constructor(
    private readonly url: string,
    errors: RepeatedErrors,
  ) {
    super();
    // Whoever puts a job has somebody waiting: rather an error soon than a late success.
    this.#producer = new Redis(url, { ...shared, maxRetriesPerRequest: 2, commandTimeout: 4_000 });
    this.#worker = new Redis(url, { ...shared, maxRetriesPerRequest: null });
    for (const client of [this.#producer, this.#worker]) {
      client.setMaxListeners(0);
      client.on('error', (error) => errors.report(error, 'redis'));
    }
  }

  readonly factory: BackendFactory = (name, options, factoryOptions) => {
    const isWorker = factoryOptions?.withBlockingConnection === true;
    const connection = isWorker ? this.#worker : this.#producer;
    return createRedisBackend(name, { ...options, connection }, factoryOptions);
  };

  async open(): Promise<void> {
    try {
      // The workers' connection is made by the first worker: the API has none.
      await within(connectLimitMs, 'Connecting to Redis', this.#producer.connect());
    } catch (error) {
      await this.close();
      const { hostname, port } = new URL(this.url);
      throw new QueueFault(`Redis at ${hostname}:${port || 6379} (REDIS_URL) cannot be reached: is it running?`, {
        cause: error,
      });
    }
  }

  assertRoomFor(): void {
    // Each blocking worker opens a connection of its own.
  }

  async ping(): Promise<void> {
    await this.#producer.ping();
  }

  onReturn(listener: () => void): void {
    this.#producer.on('ready', listener);
  }

  async close(): Promise<void> {
    this.#producer.disconnect();
    this.#worker.disconnect();
    await Promise.resolve();
  }
}
