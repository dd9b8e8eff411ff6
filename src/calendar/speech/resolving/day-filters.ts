import type { DateClue } from '../reading/clues.js';
import { dateOf, weekdayOf, type Span } from '../time/civil-day.js';
import type { Calendar } from './calendar.js';
import { daysNumbered, type NumberedDays } from './dates.js';
import { days, spans, type ResolvedDates } from './resolve-date.js';
import { nearestWeekday, weekdayCandidates } from './weekdays.js';

/** What a day must be, whichever it is: a plain weekday, a number in its month. */
export interface DayFilters {
  weekdays: readonly number[];
  numbers: readonly number[];
}

export function isFilter(clue: DateClue): boolean {
  return clue.kind === 'day-of-month' || (clue.kind === 'weekday' && clue.which === null && clue.weeks === 0);
}

export function filtersOf(clues: readonly DateClue[]): DayFilters {
  return {
    weekdays: clues.flatMap((clue) => (clue.kind === 'weekday' && isFilter(clue) ? [clue.weekday] : [])),
    numbers: clues.flatMap((clue) => (clue.kind === 'day-of-month' ? [clue.day] : [])),
  };
}

/** The single days of the candidates that pass; the candidates as they are where nothing filters. */
export function narrow(candidates: readonly Span[], filters: DayFilters): Span[] {
  if (filters.weekdays.length === 0 && filters.numbers.length === 0) return [...candidates];
  return candidates.flatMap(eachDay).filter(({ from }) => passes(from, filters));
}

/** Filters alone: `mardi`, `le 3`, `mardi 3`. */
export function resolveFilters(filters: DayFilters, calendar: Calendar): ResolvedDates {
  const [number] = filters.numbers;
  const [weekday] = filters.weekdays;
  if (number !== undefined) return numbered(number, filters, calendar);
  if (weekday === undefined) return spans([]);
  const candidates = weekdayCandidates({ weekday, which: null, weeks: 0 }, calendar);
  return days(candidates.filter((day) => passes(day, filters)));
}

function numbered(number: number, filters: DayFilters, calendar: Calendar): ResolvedDates {
  const found = daysNumbered(number, calendar.from);
  const [next] = found.ahead;
  if (next === undefined) return { kind: 'no-such-date', date: { day: number, month: null, year: null } };
  const [weekday] = filters.weekdays;
  if (weekday === undefined) return inThisMonth(found, next, calendar);
  const fitting = found.ahead.slice(0, 2).find((day) => passes(day, filters));
  if (fitting === next) return days([next]);
  return { kind: 'contradiction', days: [next, fitting ?? nearestWeekday(next, weekday, calendar.from)] };
}

function inThisMonth({ thisMonth }: NumberedDays, next: number, { from, pastAllowed }: Calendar): ResolvedDates {
  if (thisMonth !== null && thisMonth < from && pastAllowed) return days([thisMonth]);
  return days([next], thisMonth !== null && thisMonth < from);
}

function passes(day: number, { weekdays, numbers }: DayFilters): boolean {
  return (
    weekdays.every((weekday) => weekdayOf(day) === weekday) && numbers.every((number) => dateOf(day).day === number)
  );
}

function eachDay({ from, to }: Span): Span[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({ from: from + index, to: from + index }));
}
