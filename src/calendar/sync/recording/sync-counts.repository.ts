import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { afterCommit, sql } from '../../../kernel/database/index.js';
import { defineCounter } from '../../../kernel/observability/index.js';

/** What told of a change: Cal.com's webhooks, or one of our own looks. */
export type SyncOrigin = 'webhook' | 'delta' | 'sweep';

const compared = defineCounter({
  name: 'calendar_sync_compared_total',
  help: 'Bookings of Cal.com compared with their appointments.',
  labels: ['origin'],
});
const repaired = defineCounter({
  name: 'calendar_sync_repaired_total',
  help: 'Appointments changed by what Cal.com has; those of delta and sweep no webhook had told of.',
  labels: ['origin'],
});

const add = {
  name: 'calendar-sync-counts-add',
  text: `INSERT INTO calendar_sync_counts AS c (workspace_id, hour, origin, compared, repaired)
    VALUES ($1, date_trunc('hour', now()), $2, $3, $4)
    ON CONFLICT (workspace_id, hour, origin)
    DO UPDATE SET compared = c.compared + excluded.compared, repaired = c.repaired + excluded.repaired`,
};

/** How much was compared and repaired, hour by hour. */
@Injectable()
export class SyncCounts {
  async add(tx: RequestContext, origin: SyncOrigin, counts: { compared: number; repaired: number }): Promise<void> {
    if (counts.compared === 0 && counts.repaired === 0) return;
    await sql(tx, add, [tx.workspaceId, origin, counts.compared, counts.repaired]);
    afterCommit(tx, () => {
      compared.inc({ origin }, counts.compared);
      repaired.inc({ origin }, counts.repaired);
    });
  }
}
