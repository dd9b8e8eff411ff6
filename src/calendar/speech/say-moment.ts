import type { Locale } from '../../kernel/errors/index.js';
import { names, oneOf } from './saying/calendar-names.js';
import { isFrenchMorning, ofTheMorning, sayNearDay } from './saying/say-calendar.js';
import { sayShownTime, shownTime } from './saying/shown-time.js';
import { dayOfIso } from './time/civil-day.js';
import { wallTime } from './time/zoned-time.js';

/** For whom something is said, and when. */
export interface Listener {
  /** IANA. */
  timeZone: string;
  locale: Locale;
  /** What `today` is. */
  now: Date;
}

/**
 * A moment as a voice says it, in one line, and as `readMoment` understands it again.
 *
 * @example
 * sayMoment(start, { timeZone: 'Europe/Paris', locale: 'fr', now }); // mardi 24 novembre à 14 heures
 * sayMoment(start, { timeZone: 'Europe/Paris', locale: 'en', now }); // Tuesday, November 24 at 2 pm
 */
export function sayMoment(moment: Date, listener: Listener): string {
  return `${sayDay(moment, listener)} ${names[listener.locale].at} ${sayTime(moment, listener)}`;
}

/** `demain`, `mardi 24 novembre`, of a moment or of a day such as `2026-11-24`. The year is said of what is far. */
export function sayDay(day: Date | string, { timeZone, locale, now }: Listener): string {
  const said = typeof day === 'string' ? dayOfIso(day) : wallTime(day, timeZone).day;
  return sayNearDay(said, wallTime(now, timeZone).day, locale);
}

/** `20 heures 30`, `9 heures du matin`, `8:30 pm`; in the hour that comes twice, which of the two. */
export function sayTime(moment: Date, { timeZone, locale }: Pick<Listener, 'timeZone' | 'locale'>): string {
  return sayShownTime(shownTime(moment, timeZone), locale);
}

/** `demain à 19 heures, 19 heures 30 ou 21 heures`; with several days, each with its times. */
export function saySlots(starts: readonly Date[], listener: Listener): string {
  const days = new Map<number, Date[]>();
  for (const start of [...starts].sort((a, b) => a.getTime() - b.getTime())) {
    const { day } = wallTime(start, listener.timeZone);
    days.set(day, [...(days.get(day) ?? []), start]);
  }
  const said = [...days.values()].map((times) => sayDayWithTimes(times, listener));
  const { or } = names[listener.locale];
  return said.length < 2 ? (said[0] ?? '') : `${said.slice(0, -1).join(', ')}, ${or} ${said.at(-1) ?? ''}`;
}

function sayDayWithTimes(times: readonly Date[], listener: Listener): string {
  const [first] = times;
  if (!first) return '';
  return `${sayDay(first, listener)} ${names[listener.locale].at} ${oneOf(sayTimes(times, listener), listener.locale)}`;
}

/** In French `du matin` is said once, after the last time of the morning. */
function sayTimes(times: readonly Date[], listener: Listener): string[] {
  return times.map((time, index) => {
    const said = sayTime(time, listener);
    const next = times[index + 1];
    const morningGoesOn = next !== undefined && isFrenchMorning(wallTime(next, listener.timeZone).minutes);
    return listener.locale === 'fr' && morningGoesOn && said.endsWith(ofTheMorning)
      ? said.slice(0, -ofTheMorning.length)
      : said;
  });
}
