import type { Lead, Meaning, MeaningOf, Part, Unit, Which } from './token.js';

/**
 * Phrases that mean the same, parted by `|`, then what they mean; those without a meaning may stand anywhere.
 * Written as `foldSpeech` gives them, with a space for each apostrophe and hyphen.
 */
export type PhraseTable = readonly (readonly [phrases: string, ...meanings: (Meaning | Lead)[]])[];

export interface Phrase {
  meanings: readonly (Meaning | Lead)[];
  /** How many words it has. */
  length: number;
}

export const weekday = (weekday: number): MeaningOf<'weekday'> => ({ kind: 'weekday', weekday });
export const month = (month: number): MeaningOf<'month'> => ({ kind: 'month', month });
export const part = (part: Part): MeaningOf<'part'> => ({ kind: 'part', part });
export const inDays = (days: number): MeaningOf<'day-offset'> => ({ kind: 'day-offset', days });
export const unit = (unit: Unit): MeaningOf<'unit'> => ({ kind: 'unit', unit, clock: false });
export const oClock: MeaningOf<'unit'> = { kind: 'unit', unit: 'hour', clock: true };
export const which = (which: Which): MeaningOf<'which'> => ({ kind: 'which', which });
export const fraction = (minutes: number): MeaningOf<'fraction'> => ({ kind: 'fraction', minutes });
export const stretch = (minutes: number): MeaningOf<'stretch'> => ({ kind: 'stretch', minutes });
export const noon = (lunch: boolean): MeaningOf<'noon'> => ({ kind: 'noon', lunch });
export const midnight: MeaningOf<'midnight'> = { kind: 'midnight' };
export const meridiem = (afternoon: boolean): MeaningOf<'meridiem'> => ({ kind: 'meridiem', afternoon });
export const weeksLater = (weeks: number): MeaningOf<'weeks-later'> => ({ kind: 'weeks-later', weeks });
export const weekend: MeaningOf<'weekend'> = { kind: 'weekend' };
export const weekOf: MeaningOf<'week-of'> = { kind: 'week-of', weekend: false };
export const weekendOf: MeaningOf<'week-of'> = { kind: 'week-of', weekend: true };
export const now: MeaningOf<'now'> = { kind: 'now' };
export const fromNow: MeaningOf<'from-now'> = { kind: 'from-now' };
export const ago: MeaningOf<'ago'> = { kind: 'ago' };
export const turn = (second: boolean): MeaningOf<'turn'> => ({ kind: 'turn', second });
export const count = (value: number): MeaningOf<'number'> => ({ kind: 'number', value, digits: 0, ordinal: false });
export const article: MeaningOf<'number'> = { ...count(1), article: true };
