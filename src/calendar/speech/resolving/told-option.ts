import type { Locale } from '../../../kernel/errors/index.js';
import type { SettledMoment } from '../moment.js';
import { names } from '../saying/calendar-names.js';
import { sayDate } from '../saying/say-calendar.js';
import { sayShownTime, shownTime } from '../saying/shown-time.js';
import { dayOfIso, type Span } from '../time/civil-day.js';

/** What can be said of an option, in both languages. */
export interface ToldOption {
  span: Span;
  day: (locale: Locale) => string;
  /** The time, or the part of the day; empty where there is none. */
  time: (locale: Locale) => string;
  whole: (locale: Locale) => string;
  hasTime: boolean;
  isMidnight: boolean;
}

export function toldOption(
  option: SettledMoment,
  { timeZone, today }: { timeZone: string; today: number },
): ToldOption {
  if (option.kind !== 'instant') return toldDays(option, today);
  const shown = shownTime(option.start, timeZone);
  const span = { from: shown.day, to: shown.day };
  const day = (locale: Locale) => sayDate(shown.day, today, locale);
  const time = (locale: Locale) => sayShownTime(shown, locale);
  const whole = (locale: Locale) => `${day(locale)} ${names[locale].at} ${time(locale)}`;
  return { span, day, time, whole, hasTime: true, isMidnight: shown.minutes === 0 };
}

function toldDays(option: Exclude<SettledMoment, { kind: 'instant' }>, today: number): ToldOption {
  const { part } = option;
  const span = option.kind === 'day' ? wholeDay(option.date) : { from: dayOfIso(option.from), to: dayOfIso(option.to) };
  const day = (locale: Locale) => sayDays(span, today, locale);
  const time = (locale: Locale) => (part ? names[locale].parts[part] : '');
  const whole = (locale: Locale) => (part ? `${day(locale)} ${time(locale)}` : day(locale));
  return { span, day, time, whole, hasTime: part !== undefined, isMidnight: false };
}

function wholeDay(date: string): Span {
  return { from: dayOfIso(date), to: dayOfIso(date) };
}

/** `du lundi 30 novembre au dimanche 6 décembre`. */
function sayDays({ from, to }: Span, today: number, locale: Locale): string {
  const [first, last] = [sayDate(from, today, locale), sayDate(to, today, locale)];
  if (from === to) return first;
  return locale === 'fr' ? `du ${first} au ${last}` : `from ${first} to ${last}`;
}
