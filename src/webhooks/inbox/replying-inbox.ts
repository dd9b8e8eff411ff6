import type { Pool } from 'pg';
import type { CompanionStatement } from '../webhook-source.js';
import { inboxColumns, inboxPlaceholders, inboxValues, insertEventsText, type InboxEvent } from './inbox-event.js';
import { EventNotStorable, IntakeUnavailable } from './inbox.errors.js';
import { isRefusedData } from './refused-data.js';

export interface StoredWithCompanions {
  /** False when the event was there before. */
  firstDelivery: boolean;
  companions: Record<string, unknown>[];
}

interface ReplyRow {
  stored: number;
  companions: Record<string, unknown>[] | null;
}

/**
 * Stores an event that is answered with content, together with its companion rows, in one statement on a small pool of
 * its own: while a caller listens to silence, it does not queue behind the batches of other events.
 */
export class ReplyingInbox {
  constructor(private readonly pool: Pool) {}

  /** @throws IntakeUnavailable, EventNotStorable */
  async store(event: InboxEvent, companion: CompanionStatement | null): Promise<StoredWithCompanions> {
    try {
      const { rows } = await this.pool.query<ReplyRow>({
        name: `reply-inbox-${companion?.name ?? 'alone'}`,
        text: companion ? withCompanion(companion) : alone,
        values: companion ? [event.workspaceId, ...inboxValues(event), ...companion.values] : inboxValues(event),
      });
      const [row] = rows;
      return { firstDelivery: row?.stored === 1, companions: row?.companions ?? [] };
    } catch (error) {
      throw isRefusedData(error) ? new EventNotStorable(error) : new IntakeUnavailable(error);
    }
  }
}

const insert = (first: number) => insertEventsText(`(${inboxPlaceholders(first)})`);

const alone = `WITH ${insert(1)} SELECT count(*)::int AS stored, NULL::json AS companions FROM pending`;

function withCompanion(companion: CompanionStatement): string {
  return `WITH ${insert(2)}, companion AS (${companion.cte(2 + inboxColumns.length)})
    SELECT (SELECT count(*)::int FROM pending) AS stored, (SELECT json_agg(companion) FROM companion) AS companions,
      $1::uuid AS workspace`;
}
