import type { Pool } from 'pg';
import { inboxColumns, inboxPlaceholders, inboxValues, insertEventsText, type InboxEvent } from './inbox-event.js';
import { EventNotStorable, IntakeUnavailable } from './inbox.errors.js';
import { isRefusedData } from './refused-data.js';

const largestBatch = 200;
const statements = new Map<number, string>();

interface Waiting {
  event: InboxEvent;
  resolve(): void;
  reject(error: unknown): void;
}

/** What intake tells operators: how large batches get, and how many events were duplicates. */
export interface InboxObserver {
  flushed(rows: number, stored: number): void;
}

/**
 * Groups the inserts of concurrent requests into one commit, without a timer: it flushes at once when no flush is
 * running, else collects until the running one ends. One flush in flight; measured faster than two or four
 * (docs/performance.md).
 */
export class InboxWriter {
  readonly #waiting: Waiting[] = [];
  #flushing = false;

  constructor(
    private readonly pool: Pool,
    private readonly maximumWaiting: number,
    private readonly observer: InboxObserver,
  ) {}

  /**
   * Resolves once the event is committed, or was there before.
   *
   * @throws IntakeUnavailable at once when too many wait, or when the database does not answer.
   */
  store(event: InboxEvent): Promise<void> {
    if (this.#waiting.length >= this.maximumWaiting) return Promise.reject(new IntakeUnavailable());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ event, resolve, reject });
      if (!this.#flushing) void this.flushAll();
    });
  }

  private async flushAll(): Promise<void> {
    this.#flushing = true;
    while (this.#waiting.length > 0) await this.flush(this.#waiting.splice(0, largestBatch));
    this.#flushing = false;
  }

  /** Never rejects: each row's own promise tells. A row that the database refuses is found by halving the batch. */
  private async flush(batch: Waiting[]): Promise<void> {
    try {
      const stored = await insertEvents(
        this.pool,
        batch.map(({ event }) => event),
      );
      this.observer.flushed(batch.length, stored);
      for (const { resolve } of batch) resolve();
    } catch (error) {
      if (!isRefusedData(error)) {
        for (const { reject } of batch) reject(new IntakeUnavailable(error));
      } else if (batch.length === 1) {
        batch[0]?.reject(new EventNotStorable(error));
      } else {
        const middle = batch.length >> 1;
        await this.flush(batch.slice(0, middle));
        await this.flush(batch.slice(middle));
      }
    }
  }
}

async function insertEvents(pool: Pool, events: InboxEvent[]): Promise<number> {
  const { rows } = await pool.query<{ stored: number }>({
    name: `inbox-insert-${events.length}`,
    text: insertStatement(events.length),
    values: events.flatMap(inboxValues),
  });
  return rows[0]?.stored ?? 0;
}

/** One prepared text per batch size: multi-row VALUES cost a third less than unnest (docs/performance.md). */
function insertStatement(rows: number): string {
  const known = statements.get(rows);
  if (known !== undefined) return known;
  const tuples = Array.from({ length: rows }, (_, row) => `(${inboxPlaceholders(row * inboxColumns.length + 1)})`);
  const text = `WITH ${insertEventsText(tuples.join(', '))} SELECT count(*)::int AS stored FROM pending`;
  statements.set(rows, text);
  return text;
}
