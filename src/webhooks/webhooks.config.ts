import { z } from 'zod';
import { defineConfig } from '../kernel/config/index.js';

const count = (minimum: number, fallback: number) => z.coerce.number().int().min(minimum).default(fallback);

export const webhooksConfig = defineConfig('webhooks', {
  ratePerSecond: {
    name: 'WEBHOOK_RATE_PER_SECOND',
    schema: count(1, 500),
    description: 'Events a second that one endpoint may send to one process before it gets 429 (default 500).',
  },
  burst: {
    name: 'WEBHOOK_BURST',
    schema: count(1, 5_000),
    description: 'Events that one endpoint may send at once above its rate (default 5000).',
  },
  deploymentRatePerSecond: {
    name: 'WEBHOOK_DEPLOYMENT_RATE_PER_SECOND',
    schema: count(1, 50_000),
    description: 'The same for the endpoints of the deployment itself, which all workspaces share (default 50000).',
  },
  maximumWaiting: {
    name: 'WEBHOOK_MAXIMUM_WAITING',
    schema: count(1, 2_000),
    description: 'Events that may wait for the database in one process before the next get 503 (default 2000).',
  },
  attempts: {
    name: 'WEBHOOK_ATTEMPTS',
    schema: count(1, 8),
    description: 'How often an event is tried before it is DEAD (default 8, over about a day).',
  },
  claimLeaseSeconds: {
    name: 'WEBHOOK_CLAIM_LEASE_SECONDS',
    schema: count(2, 15),
    description: 'Seconds after which the events of a worker that died are handed out again (default 15).',
  },
  bodyRetentionDays: {
    name: 'WEBHOOK_BODY_RETENTION_DAYS',
    schema: count(1, 30),
    description: 'Days that the body of an event is kept where its workspace sets no retention (default 30).',
  },
});
