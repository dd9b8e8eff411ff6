import type { Interjection } from '../../caller/interjection.js';

/** A call that is being played, and what is done to it meanwhile. */
export class LiveCall {
  readonly #interjections: Interjection[] = [];
  #moments = 0;
  #hasNews = false;

  constructor(readonly firstMessage: string) {}

  /** It goes into effect after the turn that is under way. */
  interject(what: Omit<Interjection, 'afterMoments'>): void {
    this.#interjections.push({ ...what, afterMoments: this.#moments });
    this.#hasNews = true;
  }

  /** So many moments of the call are past. */
  passed(moments: number): void {
    this.#moments = moments;
  }

  /** All that was done, if there is more of it than at the last time. */
  takeNews(): readonly Interjection[] | null {
    if (!this.#hasNews) return null;
    this.#hasNews = false;
    return [...this.#interjections];
  }

  get interjections(): readonly Interjection[] {
    return this.#interjections;
  }
}
