import { Injectable } from '@nestjs/common';
import { defineCounter, defineHistogram } from '../../kernel/observability/index.js';
import type { ClaimedRow } from './claimed-events.js';

const processed = defineCounter({ name: 'webhook_processed_total', help: 'Webhook events processed.' });
const failed = defineCounter({
  name: 'webhook_failed_total',
  help: 'Tries of webhook events that failed; dead ones are tried no more.',
  labels: ['source', 'dead'],
});
const lag = defineHistogram({
  name: 'webhook_lag_seconds',
  help: 'From the receipt of a webhook event to the commit of its effects.',
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 120, 600],
});

@Injectable()
export class WorkMeter {
  processed(rows: readonly ClaimedRow[]): void {
    processed.inc(rows.length);
    const now = Date.now();
    for (const { receivedAt } of rows) lag.observe((now - receivedAt.getTime()) / 1000);
  }

  failed(source: string, isDead: boolean): void {
    failed.inc({ source, dead: String(isDead) });
  }
}
