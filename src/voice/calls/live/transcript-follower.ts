import type { KeyedSegment } from '../reading/transcript-reader.js';

/**
 * Knows what one subscriber has of a transcript. A segment is told once, wherever it stands: one that comes late takes
 * its place among others and is told with it. When the final transcript has replaced what was heard live, it goes on
 * after the last position that was told.
 */
export class TranscriptFollower {
  #told = new Set<string>();
  #last: number;
  #isFirst = true;

  /** @param afterPosition What the subscriber has already; -1 for nothing. */
  constructor(afterPosition: number) {
    this.#last = afterPosition;
  }

  /** @param segments The whole transcript as it stands. */
  follow(segments: readonly KeyedSegment[]): KeyedSegment[] {
    const isReplaced = this.#told.size > 0 && !segments.some(({ key }) => this.#told.has(key));
    const goesOn = this.#isFirst || isReplaced;
    const news = segments.filter(({ key, position }) => (goesOn ? position > this.#last : !this.#told.has(key)));
    this.#isFirst = this.#isFirst && segments.length === 0;
    this.#told = new Set(segments.map(({ key }) => key));
    for (const { position } of news) this.#last = Math.max(this.#last, position);
    return news;
  }
}
