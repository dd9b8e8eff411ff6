import { Injectable } from '@nestjs/common';
import { AppLogger, defineCounter, defineHistogram } from '../../kernel/observability/index.js';
import type { InboxObserver } from '../inbox/inbox-writer.js';
import type { ReadEvent } from '../webhook-source.js';

const accepted = defineCounter({
  name: 'webhook_accepted_total',
  help: 'Webhook events acknowledged, duplicates included.',
  labels: ['source'],
});
const refused = defineCounter({
  name: 'webhook_refused_total',
  help: 'Webhook requests refused for their signature.',
  labels: ['source'],
});
const duplicates = defineCounter({
  name: 'webhook_duplicates_total',
  help: 'Webhook events that were stored before.',
});
const batchRows = defineHistogram({
  name: 'webhook_batch_rows',
  help: 'Events stored by one commit.',
  buckets: [1, 2, 5, 10, 25, 50, 100, 200],
});

/** Counts what intake does, and names it in the log where an operator looks for it. */
@Injectable()
export class IntakeMeter implements InboxObserver {
  constructor(private readonly log: AppLogger) {}

  accepted(source: string, events: readonly ReadEvent[]): void {
    accepted.inc({ source }, events.length);
    for (const event of events) {
      this.log.debug(`${source}.webhook.received`, { type: event.type, externalId: event.externalId });
    }
  }

  refused(source: string): void {
    refused.inc({ source });
    this.log.warn(`${source}.webhook.refused`);
  }

  flushed(rows: number, stored: number): void {
    batchRows.observe(rows);
    if (stored < rows) duplicates.inc(rows - stored);
  }
}
