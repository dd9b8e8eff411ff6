import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../kernel/database/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';
import { BookingOwners } from './recording/booking-owners.js';

const statements = [
  {
    name: 'calendar-upkeep-counts',
    text: `DELETE FROM calendar_sync_counts WHERE workspace_id = $1 AND hour < now() - interval '400 days'`,
  },
  {
    name: 'calendar-upkeep-attempts',
    text: `DELETE FROM booking_attempts WHERE workspace_id = $1 AND state IN ('refused', 'released')
      AND coalesce(finished_at, created_at) < now() - interval '90 days'`,
  },
  {
    name: 'calendar-upkeep-holds',
    text: `DELETE FROM slot_holds WHERE workspace_id = $1 AND until < now() - interval '1 hour'`,
  },
];

/** Removes what has only served its time: old counts, attempts that came to nothing, holds of calls long over. */
@Injectable()
export class SyncUpkeep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly owners: BookingOwners,
  ) {}

  async run(ctx: RequestContext, account: CalendarAccount): Promise<void> {
    const others = account.shared ? await this.owners.workspacesOf(account.id) : [];
    for (const workspaceId of new Set([ctx.workspaceId, ...others])) {
      await this.unitOfWork.run({ ...ctx, workspaceId }, async (tx) => {
        for (const statement of statements) await sql(tx, statement, [workspaceId]);
      });
    }
  }
}
