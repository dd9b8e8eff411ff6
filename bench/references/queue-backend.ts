import { PostgresBackend } from '../../src/kernel/queue/postgres-backend.js';
import type { QueueBackend } from '../../src/kernel/queue/queue-backend.js';
import { RedisBackend } from '../../src/kernel/queue/redis-backend.js';
import { RepeatedErrors } from '../../src/kernel/queue/index.js';
import { AppLogger } from '../../src/kernel/observability/index.js';

const poolSize = 8;

/** BullMQ's backend with the connections that the product gives it. */
export function openBackend(url: string, redisUrl: string | undefined): QueueBackend {
  const errors = new RepeatedErrors(new AppLogger(), 'queue.connection_error');
  if (redisUrl) return new RedisBackend(redisUrl, errors);
  return new PostgresBackend({ url, poolSize, migrates: false, errors });
}
