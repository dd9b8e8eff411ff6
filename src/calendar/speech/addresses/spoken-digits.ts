import { englishNumbers } from '../words/english-numbers.js';
import { frenchNumbers } from '../words/french-numbers.js';
import { readNumber, type NumberWords } from '../words/number-words.js';

const languages = [frenchNumbers, englishNumbers];

/** So many ways to hear a number are as good as none. */
const mostReadings = 64;

const repeated: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
]);

/**
 * All digits that words can stand for, one string for each way to hear them: `soixante douze` is 72, and also 60 and 12.
 * Empty when a word is no number, and when there are too many ways.
 */
export function spokenDigits(words: readonly string[]): string[] {
  const all = languages.flatMap((language) => readings(words, language));
  return [...new Set(all)];
}

/** As `spokenDigits`, but the first number is as long as it goes, as everybody hears a country's: `trente-trois`. */
export function afterCountry(words: readonly string[]): string[] {
  const all = languages.flatMap((language) => {
    const country = steps(words, 0, language).at(-1);
    return country ? readings(words.slice(country.length), language).map((rest) => country.digits + rest) : [];
  });
  return [...new Set(all)];
}

function readings(words: readonly string[], language: NumberWords): string[] {
  // From the end on, what the words from each place on can stand for.
  const from: string[][] = Array.from({ length: words.length + 1 }, () => []);
  from[words.length] = [''];
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const found = steps(words, at, language).flatMap(({ digits, length }) =>
      (from[at + length] ?? []).map((rest) => digits + rest),
    );
    if (found.length > mostReadings) return [];
    from[at] = [...new Set(found)];
  }
  return from[0] ?? [];
}

interface Step {
  digits: string;
  length: number;
}

function steps(words: readonly string[], at: number, language: NumberWords): Step[] {
  const word = words[at] ?? '';
  if (/^\d+$/.test(word)) return [{ digits: word, length: 1 }];
  const times = repeated.get(word);
  const digit = language.small.get(words[at + 1] ?? '') ?? Number(words[at + 1]);
  if (times !== undefined) return digit < 10 ? [{ digits: String(digit).repeat(times), length: 2 }] : [];
  return [1, 2, 3, 4].flatMap((length) => {
    const number = at + length <= words.length ? readNumber(words.slice(at, at + length), 0, language) : null;
    // Not only the first of these words.
    const isWhole = number?.length === length && !number.ordinal && number.value < 100;
    return isWhole ? [{ digits: String(number.value), length }] : [];
  });
}
