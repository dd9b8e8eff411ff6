import { mondayOf, weekdayOf, type Span } from '../time/civil-day.js';
import type { Which } from '../words/token.js';
import type { Calendar } from './calendar.js';

interface SaidWeekday {
  weekday: number;
  which: Which | null;
  weeks: number;
}

/** The days that a weekday can be, by how it was told; more than one where speakers differ. */
export function weekdayCandidates({ weekday, which, weeks }: SaidWeekday, calendar: Calendar): number[] {
  const ahead = daysAhead(weekday, calendar.from);
  const coming = calendar.from + ahead;
  if (weeks > 0) return [coming + 7 * weeks];
  if (which === 'next') return nextCandidates(weekday, calendar);
  if (which === 'after-next') return [];
  if (which === 'last') return [coming - 7];
  if (which === 'coming') return [ahead === 0 ? coming + 7 : coming];
  return which === null && ahead === 0 ? [coming, coming + 7] : [coming];
}

/**
 * `mardi prochain`, `next Friday`. Said on that weekday it is a week away. Else it is the coming one for some and the one of
 * next week for others; they agree where the coming one is in next week already, and too far for `tomorrow` to be said.
 */
function nextCandidates(weekday: number, { from, language }: Calendar): number[] {
  const ahead = daysAhead(weekday, from);
  const coming = from + ahead;
  if (ahead === 0) return [coming + 7];
  const thisWeek = mondayOf(coming) === mondayOf(from);
  // Weeks begin on Sunday for half of those who speak English.
  const sameSundayWeek = language === 'en' && mondayOf(coming + 1) === mondayOf(from + 1);
  return thisWeek || sameSundayWeek || ahead <= 2 ? [coming, coming + 7] : [coming];
}

/** The weeks that are meant, from Monday to Sunday. */
export function weekCandidates(which: Which, { today, language }: Calendar): Span[] {
  const monday = mondayOf(today);
  const sundayWeek = language === 'en' && weekdayOf(today) === 7;
  if (which === 'this') return [sundayWeek ? { from: today, to: today + 6 } : weekFrom(monday)];
  if (which === 'last') return [weekFrom(monday - 7)];
  if (which === 'after-next') return [weekFrom(monday + 14)];
  return sundayWeek ? [weekFrom(monday + 7), weekFrom(monday + 14)] : [weekFrom(monday + 7)];
}

/** Saturday and Sunday. */
export function weekendCandidates(which: Which, { today }: Calendar): Span[] {
  const saturday = mondayOf(today) + 5;
  const isOn = today >= saturday;
  if (which === 'last') return [weekendFrom(saturday - 7)];
  if (which === 'after-next') return [weekendFrom(saturday + 14)];
  if (which === 'this' || (which === 'coming' && !isOn)) return [weekendFrom(saturday)];
  return isOn ? [weekendFrom(saturday + 7)] : [weekendFrom(saturday), weekendFrom(saturday + 7)];
}

/** The day with this weekday that is nearest to another, and not before the first that counts. */
export function nearestWeekday(day: number, weekday: number, notBefore: number): number {
  const ahead = daysAhead(weekday, day);
  const nearest = ahead <= 3 ? day + ahead : day + ahead - 7;
  return nearest < notBefore ? nearest + 7 : nearest;
}

function daysAhead(weekday: number, from: number): number {
  return (weekday - weekdayOf(from) + 7) % 7;
}

const weekFrom = (monday: number): Span => ({ from: monday, to: monday + 6 });
const weekendFrom = (saturday: number): Span => ({ from: saturday, to: saturday + 1 });
