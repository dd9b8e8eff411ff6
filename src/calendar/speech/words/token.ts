/** A little word before another one that says how the two belong together: `at`, `from`, `or`. */
export type Lead =
  | 'at'
  | 'the'
  | 'of'
  | 'from'
  | 'to'
  | 'until'
  | 'and'
  | 'or'
  | 'about'
  | 'in'
  | 'within'
  | 'past'
  | 'after'
  | 'before'
  | 'minus';

export type Part = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** Which one of those that come round: `coming` is the first that is ahead. */
export type Which = 'this' | 'coming' | 'next' | 'after-next' | 'last';

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** What a word, or some words together, mean. */
export type Meaning =
  | {
      kind: 'number';
      value: number;
      /** How many digits it was written with; 0 for a word. */
      digits: number;
      ordinal: boolean;
      /** `a` and `an`, which count only before a unit. */
      article?: true;
      /** The month that the word stands for where no number can: the French `sept`. */
      month?: number;
    }
  /** `14:30`; exact where it was written with four digits, as only clocks of 24 hours are. */
  | { kind: 'clock'; hour: number; minute: number; exact: boolean }
  /** `03/04/2026`, `2026-12-03`. */
  | {
      kind: 'written-date';
      first: number;
      second: number;
      year: number | null;
      order: 'month-day' | 'day-month' | 'either';
    }
  | { kind: 'weekday'; weekday: number }
  | { kind: 'month'; month: number }
  /** `clock` where it is said of the time of day too: `heures`, `o’clock`. */
  | { kind: 'unit'; unit: Unit; clock: boolean }
  | { kind: 'part'; part: Part }
  | { kind: 'day-offset'; days: number }
  | { kind: 'which'; which: Which }
  /** `et demie`, `moins le quart`: minutes of an hour. */
  | { kind: 'fraction'; minutes: number }
  /** A stretch of time in one word: `une demi-heure`. */
  | { kind: 'stretch'; minutes: number }
  /** `lunch`: the French `midi` is a part of the day too, as in `demain midi`. */
  | { kind: 'noon'; lunch: boolean }
  | { kind: 'midnight' }
  | { kind: 'meridiem'; afternoon: boolean }
  /** `lundi en huit`. */
  | { kind: 'weeks-later'; weeks: number }
  | { kind: 'weekend' }
  /** `la semaine du 23`. */
  | { kind: 'week-of'; weekend: boolean }
  | { kind: 'now' }
  | { kind: 'from-now' }
  | { kind: 'ago' }
  /** Of the hour that comes twice when clocks are put back: the first one or the second. */
  | { kind: 'turn'; second: boolean };

export type Token = Meaning & { leads: ReadonlySet<Lead> };

export type TokenOf<Kind extends Meaning['kind']> = Extract<Token, { kind: Kind }>;

export type MeaningOf<Kind extends Meaning['kind']> = Extract<Meaning, { kind: Kind }>;

/** @returns null for any other token, and for none. */
export function only<Kind extends Meaning['kind']>(token: Token | undefined, kind: Kind): TokenOf<Kind> | null {
  return isOf(token, kind) ? token : null;
}

function isOf<Kind extends Meaning['kind']>(token: Token | undefined, kind: Kind): token is TokenOf<Kind> {
  return token?.kind === kind;
}
