import type { Locale, LocalizedText } from '../../../kernel/errors/index.js';
import type { SettledMoment, UnclearMoment } from '../moment.js';
import { oneOf } from '../saying/calendar-names.js';
import { toldOption, type ToldOption } from './told-option.js';

export interface Asker {
  timeZone: string;
  /** See `civil-day`. */
  today: number;
}

export const whichDay: LocalizedText = { en: 'Which day exactly?', fr: 'Quel jour exactement ?' };
export const whichTime: LocalizedText = { en: 'At what time exactly?', fr: 'À quelle heure exactement ?' };
export const whichMoment: LocalizedText = {
  en: 'Which day and time exactly?',
  fr: 'Quel jour et à quelle heure exactement ?',
};

/** `Do you mean 8 am or 8 pm?`: of each option no more than what tells it from the others. */
export function askWhich(options: readonly SettledMoment[], asker: Asker): UnclearMoment {
  const tell = telling(options.map((option) => toldOption(option, asker)));
  const said = (locale: Locale) => oneOf(tell(locale), locale);
  return {
    kind: 'unclear',
    question: { en: `Do you mean ${said('en')}?`, fr: `Voulez-vous dire ${said('fr')} ?` },
    options,
  };
}

/** When what was said is over, and what comes next would be a guess. */
export function askWhetherNext(options: readonly SettledMoment[], asker: Asker): UnclearMoment {
  const told = options.map((option) => toldOption(option, asker));
  const said = (locale: Locale) =>
    oneOf(
      told.map(({ whole }) => whole(locale)),
      locale,
    );
  return {
    kind: 'unclear',
    question: {
      en: `That is over already. Do you mean ${said('en')}?`,
      fr: `C’est déjà passé. Voulez-vous dire ${said('fr')} ?`,
    },
    options,
  };
}

export function askOpenly(question: LocalizedText, options: readonly SettledMoment[] = []): UnclearMoment {
  return { kind: 'unclear', question, options };
}

function telling(told: readonly ToldOption[]): (locale: Locale) => string[] {
  const sameDay = areSame(told.map(({ span }) => `${span.from} ${span.to}`));
  if (sameDay && told.every(({ hasTime }) => hasTime)) return (locale) => told.map(({ time }) => time(locale));
  const sameTime = areSame(told.map(({ time }) => time('en')));
  const isNight = told.some(({ isMidnight }) => isMidnight);
  // Two things cannot be asked at once: first the day, then the time. At midnight the day alone is not clear.
  if (told.length > 2 || (sameTime && !isNight)) return (locale) => [...new Set(told.map(({ day }) => day(locale)))];
  return (locale) => told.map(({ whole }) => whole(locale));
}

function areSame(said: readonly string[]): boolean {
  return new Set(said).size === 1;
}
