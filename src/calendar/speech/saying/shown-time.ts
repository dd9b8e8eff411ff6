import type { Locale } from '../../../kernel/errors/index.js';
import { instantsAt, wallTime, type WallTime } from '../time/zoned-time.js';
import { sayClock } from './say-calendar.js';

/** What a clock on the wall shows at a moment. */
export interface ShownTime extends WallTime {
  /** In the hour that comes twice as clocks are put back: which of the two it is. */
  turn: 'first' | 'second' | null;
}

export function shownTime(moment: Date, timeZone: string): ShownTime {
  const wall = wallTime(moment, timeZone);
  const [, second] = instantsAt(wall, timeZone);
  if (!second) return { ...wall, turn: null };
  return { ...wall, turn: moment.getTime() >= second.getTime() ? 'second' : 'first' };
}

export function sayShownTime({ minutes, turn }: ShownTime, locale: Locale): string {
  const clock = sayClock(minutes, locale);
  if (turn === null) return clock;
  if (locale === 'en') return `${clock}, ${turn === 'second' ? 'after' : 'before'} the clocks change`;
  return `${clock}, ${turn === 'second' ? 'après' : 'avant'} le changement d’heure`;
}
