import { dateText, dayAfter, dayIn, offsetMs, type CalendarDay } from '../calcom/slots/zone.js';
import type { Playing } from '../caller/scenario.js';
import { leGourmet } from '../le-gourmet.js';

/** An evening on which the restaurant can be booked. */
export interface Evening {
  /** As callers say it: `ce soir`, `demain soir`, `lundi soir`. */
  said: string;
  /** As our server says the day: `aujourd’hui`, `demain`, `lundi 23 novembre`. */
  day: string;
  /** Without any word that means another day tomorrow: `lundi 23 novembre`. */
  date: string;
}

const { timeZone } = leGourmet;
/** Half an hour before the table is wanted. */
const tooLateMinutes = 19 * 60 + 30;
const sunday = 0;
const dateFormat = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

/** Tonight, unless it is too late or the restaurant is closed: then the next evening on which it is open. */
export function eveningOf({ startsAt }: Pick<Playing, 'startsAt'>): Evening {
  const now = startsAt.getTime();
  const today = dayIn(timeZone, now);
  const tomorrow = dayAfter(today);
  if (minutesOfDay(now) < tooLateMinutes && weekdayOf(today) !== sunday)
    return { said: 'ce soir', day: 'aujourd’hui', date: dateOf(today) };
  if (weekdayOf(tomorrow) !== sunday) return { said: 'demain soir', day: 'demain', date: dateOf(tomorrow) };
  const monday = dateOf(dayAfter(tomorrow));
  return { said: 'lundi soir', day: monday, date: monday };
}

function minutesOfDay(instant: number): number {
  const wall = new Date(instant + offsetMs(timeZone, instant));
  return wall.getUTCHours() * 60 + wall.getUTCMinutes();
}

function weekdayOf(day: CalendarDay): number {
  return noonOf(day).getUTCDay();
}

/** `mardi 24 novembre`, `mardi 1er décembre`. */
function dateOf(day: CalendarDay): string {
  return dateFormat.format(noonOf(day)).replace(/ 1 /, ' 1er ');
}

function noonOf(day: CalendarDay): Date {
  return new Date(`${dateText(day)}T12:00:00Z`);
}
