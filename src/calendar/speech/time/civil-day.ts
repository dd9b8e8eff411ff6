/**
 * A day of the calendar as the number of days since 1 January 1970. It has no time zone; it can be added to and compared.
 * A span is its first and its last day.
 */
export interface Span {
  from: number;
  to: number;
}

export interface CivilDate {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

const dayMs = 86_400_000;

export function dayOf({ year, month, day }: CivilDate): number {
  return Math.floor(Date.UTC(year, month - 1, day) / dayMs);
}

export function dateOf(day: number): CivilDate {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Years of more than four digits are nobody's appointments, and are written in another way. */
const lastYear = 9_998;

export function exists({ year, month, day }: CivilDate): boolean {
  return year <= lastYear && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** 1 for Monday to 7 for Sunday; 1 January 1970 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function mondayOf(day: number): number {
  return day - weekdayOf(day) + 1;
}

/** The month that is so many months from a day's: its first day and its last. */
export function monthSpan(day: number, monthsLater: number): Span {
  const { year, month } = dateOf(day);
  return {
    from: dayOf({ year, month: month + monthsLater, day: 1 }),
    to: dayOf({ year, month: month + monthsLater + 1, day: 1 }) - 1,
  };
}

/** `2026-11-24`. */
export function isoDate(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The day that `isoDate` wrote. */
export function dayOfIso(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);
}
