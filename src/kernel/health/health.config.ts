import { z } from 'zod';
import { defineConfig, Secret } from '../config/index.js';

export const healthConfig = defineConfig('health', {
  metricsToken: {
    name: 'METRICS_TOKEN',
    schema: z
      .string()
      .min(16)
      .transform((value) => new Secret(value))
      .optional(),
    description:
      'Bearer token that opens /metrics from elsewhere than this machine, 16 characters or more (default: none, closed to others).',
    secret: true,
  },
});
