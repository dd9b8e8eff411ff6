import type { LocalizedText } from '../../kernel/errors/index.js';
import type { Part } from './words/token.js';

/** A day and a time. */
export interface InstantRead {
  kind: 'instant';
  start: Date;
  /** `vers 20h`. */
  approximate: boolean;
}

/** A day without a time. */
export interface DayRead {
  kind: 'day';
  /** `2026-11-24`. */
  date: string;
  part?: Part;
}

/** Some days: `cette semaine`. What is over of them is left out, unless the past was asked for. */
export interface RangeRead {
  kind: 'range';
  from: string;
  /** Included. */
  to: string;
  part?: Part;
}

export type SettledMoment = InstantRead | DayRead | RangeRead;

/** To be asked back: what was said has several meanings, which are its options in the order of time, or too little of one. */
export interface UnclearMoment {
  kind: 'unclear';
  question: LocalizedText;
  options: readonly SettledMoment[];
}

/** Understood, but there is no such moment, or not any more; `sentence` says so. */
export interface ImpossibleMoment {
  kind: 'impossible';
  reason: 'no_such_date' | 'no_such_time' | 'past';
  sentence: LocalizedText;
}

export type ReadMoment = SettledMoment | UnclearMoment | ImpossibleMoment | { kind: 'not_understood' };
