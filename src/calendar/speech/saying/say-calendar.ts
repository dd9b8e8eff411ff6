import type { Locale } from '../../../kernel/errors/index.js';
import { dateOf, weekdayOf } from '../time/civil-day.js';
import { names } from './calendar-names.js';

/** Nearer than that a day is known by its month alone. */
const halfYear = 180;

/** `demain`, `mardi 24 novembre`, `Tuesday, November 24, 2027`. */
export function sayNearDay(day: number, today: number, locale: Locale): string {
  return names[locale].near.get(day - today) ?? sayDate(day, today, locale);
}

/** Without `today` and `tomorrow`, so that days can be told apart. */
export function sayDate(day: number, today: number, locale: Locale): string {
  const date = dateOf(day);
  const weekday = names[locale].weekdays[weekdayOf(day) - 1] ?? '';
  const month = names[locale].months[date.month - 1] ?? '';
  const isNear = day >= today && day - today <= halfYear;
  if (locale === 'en') return `${weekday}, ${month} ${date.day}${isNear ? '' : `, ${date.year}`}`;
  return `${weekday} ${date.day === 1 ? '1er' : date.day} ${month}${isNear ? '' : ` ${date.year}`}`;
}

/** `20 heures 30`, `9 heures du matin`, `midi`; `8:30 pm`, `noon`. Each can be understood in one way only. */
export function sayClock(minutes: number, locale: Locale): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  if (minutes === 720) return locale === 'fr' ? 'midi' : 'noon';
  return locale === 'fr' ? frenchClock(hour, minute) : englishClock(hour, minute);
}

export function isFrenchMorning(minutes: number): boolean {
  return minutes >= 60 && minutes < 720;
}

export const ofTheMorning = ' du matin';

function frenchClock(hour: number, minute: number): string {
  const hours = `${hour} ${hour < 2 ? 'heure' : 'heures'}${minute === 0 ? '' : ` ${twoDigits(minute)}`}`;
  return isFrenchMorning(hour * 60) ? `${hours}${ofTheMorning}` : hours;
}

function englishClock(hour: number, minute: number): string {
  const minutes = minute === 0 ? '' : `:${twoDigits(minute)}`;
  return `${hour % 12 || 12}${minutes} ${hour < 12 ? 'am' : 'pm'}`;
}

function twoDigits(minute: number): string {
  return String(minute).padStart(2, '0');
}
