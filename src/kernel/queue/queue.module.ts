import { Global, Module } from '@nestjs/common';
import { Config, runtimeConfig } from '../config/index.js';
import { databaseConfig } from '../database/index.js';
import { AppLogger } from '../observability/index.js';
import { declaredQueues } from './job-definition.js';
import { Jobs } from './jobs.js';
import { PostgresBackend } from './postgres-backend.js';
import { queueConfig } from './queue.config.js';
import { QueueBackend } from './queue-backend.js';
import { Queues } from './queues.js';
import { RedisBackend } from './redis-backend.js';
import { RepeatedErrors } from './repeated-errors.js';

const poolReserve = 4;

async function openBackend(config: Config, log: AppLogger): Promise<QueueBackend> {
  const errors = new RepeatedErrors(log, 'queue.connection_error');
  const { redisUrl, poolSize } = config.get(queueConfig);
  const backend =
    redisUrl !== undefined
      ? new RedisBackend(redisUrl, errors)
      : new PostgresBackend({
          url: config.get(databaseConfig).url,
          poolSize: poolSize ?? declaredQueues().length + poolReserve,
          migrates: config.get(runtimeConfig).nodeEnv !== 'production',
          errors,
        });
  await backend.open();
  return backend;
}

/** Putting jobs; both roots import it. Running them is `QueueWorkerModule`. */
@Global()
@Module({
  providers: [{ provide: QueueBackend, useFactory: openBackend, inject: [Config, AppLogger] }, Queues, Jobs],
  exports: [QueueBackend, Queues, Jobs],
})
export class QueueModule {}
