import { z } from 'zod';
import { defineConfig } from '../config/index.js';

export const databaseConfig = defineConfig('database', {
  url: {
    name: 'DATABASE_URL',
    schema: z.url({ protocol: /^postgres(ql)?$/ }),
    description:
      'postgres:// address of PostgreSQL 15 or newer (default: the embedded one in DATA_DIR). Its user must not be a superuser.',
    secret: true,
    requiredInProduction: true,
  },
  poolSize: {
    name: 'DATABASE_POOL_SIZE',
    schema: z.coerce.number().int().min(2).max(200).default(10),
    description: 'Connections of the main pool of each process, 2 to 200 (default 10).',
  },
});
