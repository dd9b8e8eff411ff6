import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { sql } from '../../../kernel/database/index.js';

export interface Period {
  from: Date;
  /** Without itself. */
  to: Date;
}

/** What stands in the tables; counts are 0 where there is nothing. */
export interface SyncFigures {
  [column: string]: unknown;
  lastWebhookAt: Date | null;
  lastPollAt: Date | null;
  /** By our own looks. */
  compared: number;
  repaired: number;
  /** Changes that webhooks told. */
  told: number;
  booked: number;
  failed: number;
}

/**
 * Refusals that are right: the time is taken, a question is unanswered, the caller has a seat or may not have another
 * appointment. No booking could have come of them.
 */
const callersAffair = [
  'CALENDAR.SLOT_UNAVAILABLE',
  'CALENDAR.ALREADY_SIGNED_UP',
  'CALENDAR.BOOKER_LIMIT_REACHED',
  'CALENDAR.FIELD_MISSING',
];

const figures = {
  name: 'calendar-sync-figures',
  text: `SELECT told.*, counts.*, attempts.* FROM (
      SELECT max(last_webhook_at) AS "lastWebhookAt", max(last_poll_at) AS "lastPollAt" FROM calendar_accounts
      WHERE $1::uuid IS NULL OR workspace_id = $1
    ) AS told, (
      SELECT coalesce(sum(compared) FILTER (WHERE origin <> 'webhook'), 0)::float8 AS compared,
        coalesce(sum(repaired) FILTER (WHERE origin <> 'webhook'), 0)::float8 AS repaired,
        coalesce(sum(repaired) FILTER (WHERE origin = 'webhook'), 0)::float8 AS told
      FROM calendar_sync_counts
      WHERE ($1::uuid IS NULL OR workspace_id = $1) AND hour >= date_trunc('hour', $2::timestamptz) AND hour < $3
    ) AS counts, (
      SELECT count(*) FILTER (WHERE state IN ('booked', 'released'))::float8 AS booked,
        count(*) FILTER (WHERE state = 'refused' AND NOT failure = ANY($4::text[]))::float8 AS failed
      FROM booking_attempts
      WHERE ($1::uuid IS NULL OR workspace_id = $1) AND created_at >= $2 AND created_at < $3
    ) AS attempts`,
};

const nothing: SyncFigures = {
  lastWebhookAt: null,
  lastPollAt: null,
  compared: 0,
  repaired: 0,
  told: 0,
  booked: 0,
  failed: 0,
};

/** Counts how well appointments are in step with Cal.com. */
@Injectable()
export class SyncReportRepository {
  /** With access `admin`, of all workspaces. */
  async read(tx: RequestContext, { from, to }: Period): Promise<SyncFigures> {
    const workspace = tx.access === 'admin' ? null : tx.workspaceId;
    const [row] = await sql<SyncFigures>(tx, figures, [workspace, from, to, callersAffair]);
    return row ?? nothing;
  }
}
