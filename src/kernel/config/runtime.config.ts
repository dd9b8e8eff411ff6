import { z } from 'zod';
import { defineConfig } from './define-config.js';

const port = z.coerce.number().int().min(0).max(65_535);

/** What the process itself needs to know before any module. */
export const runtimeConfig = defineConfig('runtime', {
  nodeEnv: {
    name: 'NODE_ENV',
    schema: z.enum(['development', 'production', 'test']).default('development'),
    description: 'development, production or test (default development); production refuses defaults for secrets.',
  },
  port: { name: 'PORT', schema: port.default(3000), description: 'TCP port to listen on, 0 to 65535 (default 3000).' },
  workerPort: {
    name: 'WORKER_PORT',
    schema: port.default(3001),
    description: 'TCP port on which a worker process answers probes and metrics, 0 to 65535 (default 3001).',
  },
  host: {
    name: 'HOST',
    schema: z.string().default('127.0.0.1'),
    description: 'Address to listen on (default 127.0.0.1).',
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    alias: 'SITE_URL',
    schema: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
    description: 'The http(s) address that platforms and browsers see (default http://localhost:PORT).',
  },
  dataDir: {
    name: 'DATA_DIR',
    schema: z.string().default('.data'),
    description: 'Folder of the embedded database and of generated development secrets (default .data).',
  },
  worker: {
    name: 'WORKER',
    schema: z.enum(['inline', 'off']).optional(),
    description:
      'inline or off: whether the API process also runs workers (default inline in development, off in production).',
  },
  sandbox: {
    name: 'SANDBOX',
    schema: z.enum(['auto', 'on', 'off']).default('auto'),
    description:
      'auto, on or off: stand-ins for the outside world (auto: on in development when no provider key is set).',
  },
  logLevel: {
    name: 'LOG_LEVEL',
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    description: 'trace, debug, info, warn, error, fatal or silent (default info).',
  },
});
