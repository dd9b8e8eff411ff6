import { z } from 'zod';
import { defineConfig } from '../config/index.js';

export const queueConfig = defineConfig('queue', {
  redisUrl: {
    name: 'REDIS_URL',
    schema: z.url({ protocol: /^rediss?$/ }).optional(),
    description: 'redis:// or rediss:// address of Redis 6.2 or newer (default: none, jobs are kept in PostgreSQL).',
    secret: true,
  },
  poolSize: {
    name: 'QUEUE_POOL_SIZE',
    schema: z.coerce.number().int().min(3).max(200).optional(),
    description:
      'Connections of the queue’s own PostgreSQL pool in each process, 3 to 200 (default: one per queue and 4 more). Not used with REDIS_URL.',
  },
});
