import type { Locale } from '../../../kernel/errors/index.js';
import type { Part } from '../words/token.js';

interface Names {
  /** Monday first. */
  weekdays: readonly string[];
  months: readonly string[];
  parts: Readonly<Record<Part, string>>;
  near: ReadonlyMap<number, string>;
  or: string;
  at: string;
}

export const names: Readonly<Record<Locale, Names>> = {
  fr: {
    weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    months: [
      'janvier',
      'février',
      'mars',
      'avril',
      'mai',
      'juin',
      'juillet',
      'août',
      'septembre',
      'octobre',
      'novembre',
      'décembre',
    ],
    parts: {
      morning: 'le matin',
      noon: 'à l’heure du déjeuner',
      afternoon: 'l’après-midi',
      evening: 'le soir',
      night: 'la nuit',
    },
    near: new Map([
      [-1, 'hier'],
      [0, 'aujourd’hui'],
      [1, 'demain'],
    ]),
    or: 'ou',
    at: 'à',
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    parts: {
      morning: 'in the morning',
      noon: 'at lunchtime',
      afternoon: 'in the afternoon',
      evening: 'in the evening',
      night: 'at night',
    },
    near: new Map([
      [-1, 'yesterday'],
      [0, 'today'],
      [1, 'tomorrow'],
    ]),
    or: 'or',
    at: 'at',
  },
};

/** `19 heures, 19 heures 30 ou 21 heures`. */
export function oneOf(said: readonly string[], locale: Locale): string {
  const last = said.at(-1) ?? '';
  return said.length < 2 ? last : `${said.slice(0, -1).join(', ')} ${names[locale].or} ${last}`;
}
