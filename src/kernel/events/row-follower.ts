import type { ResyncReason } from './live-subscription.js';

/** Rows carry the time at which their unit of work began: this much before others can see them, at most. */
const longestWorkMs = 10_000;

/** A row as it was read: `version` is another one for each of its states. */
export interface RowState {
  readonly uuid: string;
  readonly version: string;
}

/** Knows which states of rows one subscriber has been told. */
export class RowFollower<Row extends RowState> {
  #since: number | undefined;
  #told = new Map<string, string>();

  /**
   * Begins a new period.
   *
   * @returns from when on changed rows must be read again, or null when the subscription has only begun.
   */
  resync(reason: ResyncReason): Date | null {
    const began = this.#since;
    this.#since = Date.now() - longestWorkMs;
    if (began === undefined || reason === 'subscribed') return null;
    return new Date(began);
  }

  /** Those of the rows whose state has not been told. */
  news(rows: readonly Row[]): Row[] {
    const news = rows.filter(({ uuid, version }) => this.#told.get(uuid) !== version);
    for (const { uuid, version } of news) {
      // The newest last, so that what is forgotten first is the oldest.
      this.#told.delete(uuid);
      this.#told.set(uuid, version);
    }
    for (const uuid of [...this.#told.keys()].slice(0, Math.max(0, this.#told.size - mostRemembered)))
      this.#told.delete(uuid);
    return news;
  }
}

const mostRemembered = 5_000;
