import type { CivilDate } from '../time/civil-day.js';
import type { Lead, Part, Token, Which } from '../words/token.js';

/** A day and month as said, the year mostly not. */
export type SaidDate = Omit<CivilDate, 'year'> & { year: number | null };

export type DateMeaning =
  /** Days from today; several where the words mean either. */
  | { kind: 'offset'; days: readonly number[] }
  | { kind: 'months-later'; months: number }
  /** `weeks` after the one that is meant: `lundi en huit`. */
  | { kind: 'weekday'; weekday: number; which: Which | null; weeks: number }
  /** `le 3`, of a month that is not said. */
  | { kind: 'day-of-month'; day: number }
  | { kind: 'date'; dates: readonly SaidDate[] }
  /** `the first Monday of December`; 0 is the last one. */
  | { kind: 'nth-weekday'; nth: number; weekday: number; month: number; year: number | null }
  | { kind: 'period'; of: 'week' | 'weekend' | 'month'; which: Which }
  | { kind: 'named-month'; month: number; year: number | null }
  /** From today on. */
  | { kind: 'coming-days'; days: number }
  /** The whole week, or weekend, of the date that follows. */
  | { kind: 'week-of'; weekend: boolean };

export type DateClue = DateMeaning & { leads: ReadonlySet<Lead> };

export interface TimeClue {
  kind: 'time';
  /** The minutes since midnight that it can be; none when no clock shows it, or its words contradict each other. */
  minutes: readonly number[];
  /** Twelve without more is noon, but midnight in the evening. */
  twelve: boolean;
  exists: boolean;
  leads: ReadonlySet<Lead>;
}

/** So many minutes from now. */
export interface LaterClue {
  kind: 'later';
  minutes: number;
  about: boolean;
}

/** What was said of a moment, in the order in which it was said. */
export interface Clues {
  dates: DateClue[];
  times: TimeClue[];
  parts: Part[];
  later: LaterClue | null;
  /** Of an hour that comes twice: whether the second one is meant. */
  secondTurn: boolean | null;
  about: boolean;
  /** `before`, `after`: no moment, but a side of it. */
  bounded: boolean;
}

/** What a rule made of the tokens from a place on, and of how many. */
export interface Found<Clue> {
  clue: Clue;
  length: number;
}

export type Rule<Clue> = (tokens: readonly Token[], at: number) => Found<Clue> | null;
