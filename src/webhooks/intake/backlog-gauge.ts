import { Injectable } from '@nestjs/common';
import { timeOf } from '../../kernel/context/index.js';
import { defineGauge } from '../../kernel/observability/index.js';
import { IntakePools } from './intake-pools.js';

const oldest = 'SELECT event_id AS id FROM webhook_pending ORDER BY event_id LIMIT 1';

let readOldest: (() => Promise<string | undefined>) | undefined;

defineGauge({
  name: 'webhook_oldest_pending_seconds',
  help: 'Age of the oldest acknowledged webhook event that waits for its effects; 0 when none does.',
  collect: async (gauge) => {
    gauge.remove();
    // A scrape must still tell everything else when the database is down.
    const id = await readOldest?.().catch(() => null);
    if (id === null) return;
    // The id of an event is as old as its receipt.
    gauge.set(id === undefined ? 0 : Math.max(0, Date.now() - timeOf(id)) / 1000);
  },
});

/** What no worker has done yet, told by those who take events in: they run when workers do not. */
@Injectable()
export class BacklogGauge {
  constructor(pools: IntakePools) {
    readOldest = async () => (await pools.replies.query<{ id: string }>(oldest)).rows[0]?.id;
  }
}
