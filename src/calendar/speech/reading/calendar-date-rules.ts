import { only, type Token, type TokenOf } from '../words/token.js';
import type { SaidDate } from './clues.js';
import { dayNumber, isTimeWord, monthOf, yearAt, type DateRule } from './date-words.js';

/** `3 décembre 2026`, `the third of December`. */
export const dayAndMonth: DateRule = (tokens, at) => {
  const day = dayNumber(tokens[at]);
  const month = monthOf(tokens[at + 1], tokens[at + 2]);
  return day === null || month === null ? null : dated({ day, month }, tokens, at);
};

/** `December the 3rd, 2026`; in `December 3 pm` the number is a time. */
export const monthAndDay: DateRule = (tokens, at) => {
  const month = only(tokens[at], 'month');
  const day = dayNumber(tokens[at + 1]);
  return !month || day === null || isTimeWord(tokens[at + 2]) ? null : dated({ day, month: month.month }, tokens, at);
};

function dated(said: { day: number; month: number }, tokens: readonly Token[], at: number) {
  const year = yearAt(tokens, at + 2);
  return { meaning: { kind: 'date', dates: [{ ...said, year: year.value }] }, length: 2 + year.length } as const;
}

/** `le 3`, `the 3rd`, `mardi 24`; after another date also `to 5`. */
export const dayOfMonth: DateRule = (tokens, at) => {
  const token = only(tokens[at], 'number');
  const day = dayNumber(tokens[at]);
  if (!token || day === null || isTimeWord(tokens[at + 1]) || only(tokens[at + 1], 'weekday')) return null;
  const isDay = token.ordinal || token.leads.has('the') || isAfterWeekday(tokens, at) || endsRange(tokens, at);
  return isDay ? { meaning: { kind: 'day-of-month', day }, length: 1 } : null;
};

function isAfterWeekday(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.kind === 'weekday' && tokens[at]?.leads.size === 0;
}

/** `December 3 to 5`. */
function endsRange(tokens: readonly Token[], at: number): boolean {
  const follows = tokens.slice(Math.max(0, at - 2), at).some(({ kind }) => kind === 'month');
  const leads = [...(tokens[at]?.leads ?? [])];
  return follows && (leads.includes('to') || leads.includes('until'));
}

/** `24/11/2026`, `2026-11-24`. */
export const writtenDate: DateRule = (tokens, at) => {
  const token = only(tokens[at], 'written-date');
  return token && { meaning: { kind: 'date', dates: readingsOf(token) }, length: 1 };
};

/** `03/04` is two dates in the order of two languages; `24/11` is one in any. The one with the day first comes first. */
function readingsOf({ first, second, year, order }: TokenOf<'written-date'>): SaidDate[] {
  const dayFirst = { day: first, month: second, year };
  const monthFirst = { day: second, month: first, year };
  if (order === 'day-month') return [dayFirst];
  if (order === 'month-day') return [monthFirst];
  const possible = [dayFirst, monthFirst].filter(({ month }) => month <= 12);
  return possible.length > 0 ? possible : [dayFirst];
}
