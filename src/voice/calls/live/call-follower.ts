import type { ResyncReason } from '../../../kernel/events/index.js';
import type { CallType } from '../graphql/call.type.js';

/** Rows carry the time at which their unit of work began: this much before others can see them, at most. */
const longestWorkMs = 10_000;

/** Knows which states of calls one subscriber has been told. */
export class CallFollower {
  #since: number | undefined;
  #told = new Map<string, string>();

  /**
   * Begins a new period.
   *
   * @returns from when on calls must be read again, or null when the subscription has only begun.
   */
  resync(reason: ResyncReason): Date | null {
    const began = this.#since;
    this.#since = Date.now() - longestWorkMs;
    if (began === undefined || reason === 'subscribed') return null;
    return new Date(began);
  }

  /** Those of the calls whose state has not been told. */
  news(calls: readonly CallType[]): CallType[] {
    const news = calls.filter(({ uuid, version }) => this.#told.get(uuid) !== version);
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
