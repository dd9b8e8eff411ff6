import type { DateClue, SaidDate } from '../reading/clues.js';
import { dateOf, dayOf, monthSpan, type Span } from '../time/civil-day.js';
import type { Calendar } from './calendar.js';
import { findDate, nthWeekday, yearLookedIn } from './dates.js';
import { weekCandidates, weekdayCandidates, weekendCandidates } from './weekdays.js';

/** What the words for a day or several can mean. */
export type ResolvedDate =
  | {
      kind: 'spans';
      spans: readonly Span[];
      /** What comes to mind is over; this is the next, to be asked about. */
      passed: boolean;
    }
  | { kind: 'no-such-date'; date: NoSuchDate };

/** Words that do not go together, with the days that one or the other of them can mean. */
export interface Contradiction {
  kind: 'contradiction';
  days: readonly number[];
}

export type ResolvedDates = ResolvedDate | Contradiction;

export interface NoSuchDate {
  day: number;
  /** Null for a day that no month has. */
  month: number | null;
  /** Null for a day that the month never has. */
  year: number | null;
}

/** A clue that names its days by itself: not a plain weekday or day of a month, which other clues narrow down. */
export function resolveDate(clue: DateClue, calendar: Calendar): ResolvedDate {
  const { today } = calendar;
  switch (clue.kind) {
    case 'offset':
      return days(clue.days.map((offset) => today + offset));
    case 'months-later':
      return days([monthsLater(today, clue.months)]);
    case 'weekday':
      return days(weekdayCandidates(clue, calendar));
    case 'date':
      return dates(clue.dates, calendar);
    case 'nth-weekday':
      return nth(clue, calendar);
    case 'period':
      return spans(periods(clue, calendar));
    case 'named-month':
      return spans([namedMonth(clue, today)]);
    case 'coming-days':
      return spans([{ from: today, to: today + clue.days }]);
    case 'day-of-month':
    case 'week-of':
      return spans([]);
  }
}

export function spans(found: readonly Span[], passed = false): ResolvedDate {
  return { kind: 'spans', spans: found, passed };
}

export function days(found: readonly number[], passed = false): ResolvedDate {
  return spans(
    [...new Set(found)].sort((a, b) => a - b).map((day) => ({ from: day, to: day })),
    passed,
  );
}

/** The same day of a later month, or the last where that month is shorter. */
function monthsLater(today: number, months: number): number {
  const { from, to } = monthSpan(today, months);
  return Math.min(from + dateOf(today).day - 1, to);
}

/** In French the day comes first; in English that depends on the country. */
function dates(said: readonly SaidDate[], calendar: Calendar): ResolvedDate {
  const readings = calendar.language === 'fr' ? said.slice(0, 1) : said;
  const found = readings.map((date) => findDate(date, calendar)).filter((day) => day !== null);
  const [wrong] = said;
  if (found.length === 0 && wrong) return { kind: 'no-such-date', date: noSuchDateOf(wrong, calendar.from) };
  return days(
    found.map(({ day }) => day),
    found.length === 1 && found.every(({ passed }) => passed),
  );
}

/** What of a date is wrong: the 29th of February is missing from a year, the 31st from every one. */
export function noSuchDateOf(date: SaidDate, from: number): NoSuchDate {
  const { day, month } = date;
  if (month < 1 || month > 12 || day < 1 || day > 31) return { day, month: null, year: null };
  return { day, month, year: month === 2 && day === 29 ? yearLookedIn(date, from) : null };
}

function nth(clue: DateClue & { kind: 'nth-weekday' }, { today }: Calendar): ResolvedDate {
  const { year } = dateOf(today);
  const years = clue.year === null ? [year, year + 1] : [clue.year];
  const found = years
    .map((one) => nthWeekday(clue.nth, clue.weekday, { year: one, month: clue.month }))
    .filter((day) => day !== null);
  const ahead = found.find((day) => day >= today) ?? found.at(-1);
  return days(ahead === undefined ? [] : [ahead]);
}

function periods({ of, which }: DateClue & { kind: 'period' }, calendar: Calendar): Span[] {
  if (of === 'week') return weekCandidates(which, calendar);
  if (of === 'weekend') return weekendCandidates(which, calendar);
  const months = { last: -1, this: 0, coming: 1, next: 1, 'after-next': 2 };
  return [monthSpan(calendar.today, months[which])];
}

function namedMonth({ month, year }: { month: number; year: number | null }, today: number): Span {
  const now = dateOf(today);
  const next = now.year + (month < now.month ? 1 : 0);
  return monthSpan(dayOf({ year: year ?? next, month, day: 1 }), 0);
}
