import { Worker, type IQueueBackend } from 'bullmq';
import { backendOptions } from '../src/kernel/queue/queue-backend.js';
import { openBackend } from './references/queue-backend.js';
import { ready } from './references/announce.js';

/** BullMQ and nothing else: jobs that do nothing, on the backend and with the concurrency of the product's webhooks. */
const { BENCH_QUEUE: name = '', BENCH_CONCURRENCY: concurrency = '1' } = process.env;
const backend = openBackend(process.env.DATABASE_URL ?? '', process.env.REDIS_URL);
await backend.open();
const worker = new Worker<unknown, undefined, string, IQueueBackend>(
  name,
  async () => undefined,
  { ...backendOptions, concurrency: Number(concurrency) },
  backend.factory,
);
worker.on('error', (error) => console.error(error));
await worker.waitUntilReady();
ready({ url: 'none:' });
