import type { Locale } from '../../../kernel/errors/index.js';
import type { ReadingContext } from '../read-moment.js';

/**
 * What is said, and what it means, as `toldAs` writes it:
 * `2026-11-24 14:00` a moment on the clocks of the zone, `~` before it about then; `2026-11-24 evening` a day or a part of it;
 * `2026-11-24..2026-11-26` days; `? a | b` to be asked back, with its options; `! past` impossible; `-` not understood.
 */
export type MomentCase = readonly [said: string, meant: string];

/** Cases of one speaker at one time. */
export interface MomentCases extends Pick<ReadingContext, 'timeZone' | 'pastAllowed'> {
  title: string;
  locale: Locale;
  /** ISO with offset. */
  now: string;
  cases: readonly MomentCase[];
}
