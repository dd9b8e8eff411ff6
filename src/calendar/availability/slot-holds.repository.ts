import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';

/** A slot that only one can have. */
export interface ExclusiveSlot {
  eventTypeId: number;
  start: Date;
}

export interface HeldTime {
  eventTypeId: number;
  from: Date;
  to: Date;
}

/** As long as a caller may think it over; each use of a tool that names the slot makes it anew. */
const heldForSeconds = 180;

const hold = {
  name: 'slot-holds-hold',
  text: `INSERT INTO slot_holds AS h (workspace_id, event_type_id, start_time, call_key, until)
    VALUES ($1, $2, $3, $4, now() + interval '${heldForSeconds} s')
    ON CONFLICT (workspace_id, event_type_id, start_time) DO UPDATE SET call_key = excluded.call_key, until = excluded.until
    WHERE h.call_key = excluded.call_key OR h.until < now() RETURNING 1`,
};
const byOthers = {
  name: 'slot-holds-by-others',
  text: `SELECT start_time AS start FROM slot_holds
    WHERE workspace_id = $1 AND event_type_id = $2 AND call_key <> $3 AND until > now()
      AND start_time >= $4 AND start_time <= $5`,
};
const release = {
  name: 'slot-holds-release',
  text: 'DELETE FROM slot_holds WHERE workspace_id = $1 AND (call_key = $2 OR until < now())',
};

/** Slots that callers are about to take, kept from other callers until they hang up or the hold runs out. */
@Injectable()
export class SlotHolds {
  /** @returns false when another call holds it. */
  async hold(ctx: RequestContext, callKey: string, { eventTypeId, start }: ExclusiveSlot): Promise<boolean> {
    const rows = await sql(ctx, hold, [ctx.workspaceId, eventTypeId, start, callKey]);
    return rows.length === 1;
  }

  /** Which slots of the time other calls hold, by their starts in milliseconds since 1970. */
  async heldByOthers(
    ctx: RequestContext,
    callKey: string,
    { eventTypeId, from, to }: HeldTime,
  ): Promise<ReadonlySet<number>> {
    const rows = await sql<{ start: Date }>(ctx, byOthers, [ctx.workspaceId, eventTypeId, callKey, from, to]);
    return new Set(rows.map(({ start }) => start.getTime()));
  }

  /** Those of a call that is over, and any that have run out. */
  async release(ctx: RequestContext, callKey: string): Promise<void> {
    await sql(ctx, release, [ctx.workspaceId, callKey]);
  }
}
