import type { SaidDate } from '../reading/clues.js';
import { dateOf, dayOf, daysInMonth, exists, weekdayOf } from '../time/civil-day.js';
import type { Calendar } from './calendar.js';

export interface FoundDay {
  day: number;
  /** The one that comes to mind is over, so that this is a later one, to be asked about. */
  passed: boolean;
}

/** What nobody plans for without saying the year. */
const farAhead = 270;

/** The day of a date, or null when the calendar has none. Without a year it is the next one. */
export function findDate({ year, month, day }: SaidDate, { from, pastAllowed }: Calendar): FoundDay | null {
  if (year !== null) return exists({ year, month, day }) ? { day: dayOf({ year, month, day }), passed: false } : null;
  const thisYear = dateOf(from).year;
  const over = isOver({ month, day }, from);
  const next = { year: thisYear + (over ? 1 : 0), month, day };
  if (!exists(next)) return null;
  const passed = over && dayOf(next) - from > farAhead;
  const recent = { ...next, year: thisYear };
  if (passed && pastAllowed && exists(recent)) return { day: dayOf(recent), passed: false };
  return { day: dayOf(next), passed };
}

/** The year in which a date was looked for: `29 février` is missing from most. */
export function yearLookedIn({ year, month, day }: SaidDate, from: number): number {
  return year ?? dateOf(from).year + (isOver({ month, day }, from) ? 1 : 0);
}

function isOver({ month, day }: { month: number; day: number }, from: number): boolean {
  const today = dateOf(from);
  return month < today.month || (month === today.month && day < today.day);
}

export interface NumberedDays {
  /** Of the month that it is; null where that has no such day. It may be over. */
  thisMonth: number | null;
  /** Those that are not over, of this month and the next ones. */
  ahead: readonly number[];
}

/** `le 3` of one month after the other. */
export function daysNumbered(number: number, from: number): NumberedDays {
  const { year, month } = dateOf(from);
  const [thisMonth = null, ...later] = [0, 1, 2, 3].map((more) => {
    const first = dateOf(dayOf({ year, month: month + more, day: 1 }));
    return number >= 1 && number <= daysInMonth(first.year, first.month) ? dayOf({ ...first, day: number }) : null;
  });
  return { thisMonth, ahead: [thisMonth, ...later].filter((day) => day !== null).filter((day) => day >= from) };
}

/** The first, second… or, for 0, the last of its weekday in a month; null where there is no fifth. */
export function nthWeekday(
  nth: number,
  weekday: number,
  { year, month }: { year: number; month: number },
): number | null {
  const first = dayOf({ year, month, day: 1 });
  const last = first + daysInMonth(year, month) - 1;
  const earliest = first + ((weekday - weekdayOf(first) + 7) % 7);
  if (nth === 0) return last - ((weekdayOf(last) - weekday + 7) % 7);
  const day = earliest + 7 * (nth - 1);
  return day <= last ? day : null;
}
