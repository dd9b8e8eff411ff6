import { z } from 'zod';
import { defineConfig, Secret } from '../kernel/config/index.js';

const secret = z.string().transform((value) => new Secret(value));

export const calendarConfig = defineConfig('calendar', {
  apiKey: {
    name: 'CAL_API_KEY',
    schema: secret.optional(),
    description:
      'API key of the deployment’s Cal.com account, for workspaces that connect none of their own; without it these have no calendar.',
    secret: true,
  },
  baseUrl: {
    name: 'CAL_BASE_URL',
    schema: z.url({ protocol: /^https?$/ }).default('https://api.cal.com'),
    description:
      'Address of Cal.com’s API for CAL_API_KEY: https://api.cal.com, https://api.cal.eu or a self-hosted one (default https://api.cal.com).',
  },
  requestsPerMinute: {
    name: 'CAL_REQUESTS_PER_MINUTE',
    schema: z.coerce.number().int().min(1).max(99_999).default(120),
    description:
      'How many requests a minute Cal.com takes from CAL_API_KEY (default 120, which it raises on request); all processes together keep below it, callers first.',
  },
  webhookSecret: {
    name: 'CAL_WEBHOOK_SECRET',
    schema: secret.optional(),
    description: 'With which Cal.com signs on the deployment’s webhook address. Without it that address is closed.',
    secret: true,
  },
});
