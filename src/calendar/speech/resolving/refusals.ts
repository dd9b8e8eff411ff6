import type { Locale, LocalizedText } from '../../../kernel/errors/index.js';
import type { ImpossibleMoment, SettledMoment } from '../moment.js';
import { names } from '../saying/calendar-names.js';
import { sayClock, sayDate } from '../saying/say-calendar.js';
import type { WallTime } from '../time/zoned-time.js';
import type { Asker } from './questions.js';
import type { NoSuchDate } from './resolve-date.js';
import { toldOption } from './told-option.js';

export function past(moment: SettledMoment, asker: Asker): ImpossibleMoment {
  const told = toldOption(moment, asker);
  const said = (locale: Locale) => capitalized(told.whole(locale));
  return impossible('past', { en: `${said('en')} is over already.`, fr: `${said('fr')}, c’est déjà passé.` });
}

export function noSuchTime(): ImpossibleMoment {
  return impossible('no_such_time', { en: 'There is no such time.', fr: 'Cette heure n’existe pas.' });
}

/** In the night in which the clocks are put forward. */
export function skippedTime({ day, minutes }: WallTime, { today }: Asker): ImpossibleMoment {
  const [en, fr] = [sayClock(minutes % 1440, 'en'), sayClock(minutes % 1440, 'fr')];
  return impossible('no_such_time', {
    en: `The clocks change on ${sayDate(day, today, 'en')}, and there is no ${en} that day.`,
    fr: `L’heure change le ${sayDate(day, today, 'fr')}, et ${fr} n’existe pas ce jour-là.`,
  });
}

export function noSuchDate({ day, month, year }: NoSuchDate): ImpossibleMoment {
  if (month === null)
    return impossible('no_such_date', { en: 'There is no such date.', fr: 'Cette date n’existe pas.' });
  const name = (locale: Locale) => names[locale].months[month - 1] ?? '';
  const [en, fr] = year === null ? ['', ''] : [` in ${year}`, ` en ${year}`];
  return impossible('no_such_date', {
    en: `There is no ${name('en')} ${day}${en}.`,
    fr: `Il n’y a pas de ${day} ${name('fr')}${fr}.`,
  });
}

function impossible(reason: ImpossibleMoment['reason'], sentence: LocalizedText): ImpossibleMoment {
  return { kind: 'impossible', reason, sentence };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
