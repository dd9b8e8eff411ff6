import { timeZoneName } from '../../../contacts/index.js';
import type { Locale } from '../../../kernel/errors/index.js';
import { frenchCities, placesByZone } from './places.js';
import { foldedWords } from '../folded-words.js';

/** What stands around a place: `l’heure de New York`, `time in Paris`, `Eastern Standard Time`. */
const before = wordsOf(
  'l le la the my mon ma a au en in at heure fuseau horaire time zone timezone is est c d de du des of',
);
const after = wordsOf('standard daylight summer local time zone timezone heure horaire');

/** An IANA zone as a caller names it, by itself or by a place; null where it is not sure. */
export function readTimeZone(said: string): string | null {
  const text = said.trim().slice(0, 100);
  return text.includes('/') ? ofName(text) : ofPlace(foldedWords(text).split(' '));
}

/** A zone by its city, as one says it. */
export function sayTimeZone(zone: string, locale: Locale): string {
  const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  if (zone === 'UTC') return locale === 'fr' ? 'le temps universel' : 'universal time';
  if (locale === 'en') return `${city} time`;
  const name = frenchCities[city] ?? city;
  return `l’heure ${/^[AEIOUYÉ]/.test(name) ? 'd’' : 'de '}${name}`.replace('de Le ', 'du ');
}

function ofName(text: string): string | null {
  const name = text.replaceAll(' ', '_');
  if (!timeZoneName.safeParse(name).success) return null;
  return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
}

let known: ReadonlyMap<string, string> | undefined;

/** By folded place. Made when it is first needed: there are four hundred of them. */
function zones(): ReadonlyMap<string, string> {
  known ??= new Map([
    ...Intl.supportedValuesOf('timeZone').map((zone): [string, string] => [
      foldedWords(zone.split('/').at(-1) ?? ''),
      zone,
    ]),
    ...Object.entries(placesByZone).flatMap(([zone, places]) => places.map((place): [string, string] => [place, zone])),
  ]);
  return known;
}

/** As many of the words as name a place, since `la` of `La Paz` can be left out elsewhere. */
function ofPlace(words: readonly string[]): string | null {
  const { length } = words;
  for (let from = 0; from < length; from += 1) {
    for (let to = length; to > from; to -= 1) {
      const zone = zones().get(words.slice(from, to).join(' '));
      if (zone !== undefined) return zone;
      if (!after.has(words[to - 1] ?? '')) break;
    }
    if (!before.has(words[from] ?? '')) return null;
  }
  return null;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
