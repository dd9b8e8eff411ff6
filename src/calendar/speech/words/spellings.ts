import type { Phrase } from './meanings.js';

/** Those that are long enough, and that nothing else is spelled like. Number words are not: `there` would be `three`. */
const forgiven: Readonly<Record<string, number>> = { weekday: 5, month: 6, 'day-offset': 6, part: 6, weekend: 7 };

interface Spelled {
  word: string;
  phrase: Phrase;
  meaning: string;
}

/** Finds the word of the calendar that was meant by one with a slip of the pen. */
export class Spellings {
  private readonly words: readonly Spelled[];

  constructor(phrases: ReadonlyMap<string, Phrase>) {
    this.words = [...phrases]
      .filter(([word, phrase]) => isForgiven(word, phrase))
      .map(([word, phrase]) => ({ word, phrase, meaning: JSON.stringify(phrase.meanings) }));
  }

  /** Null when nothing is near, or several words are that mean different things. */
  correct(typed: string): Phrase | null {
    if (typed.length < 4) return null;
    const near = this.words.filter(({ word }) => isOneSlipAway(typed, word));
    const [first] = near;
    return first && near.every(({ meaning }) => meaning === first.meaning) ? first.phrase : null;
  }
}

function isForgiven(word: string, { meanings, length }: Phrase): boolean {
  const [meaning] = meanings;
  if (length > 1 || meaning === undefined || typeof meaning === 'string') return false;
  return word.length >= (forgiven[meaning.kind] ?? Infinity);
}

/** One letter too many, missing or wrong, or two that changed places; but not the plural, which is another meaning. */
function isOneSlipAway(typed: string, word: string): boolean {
  if (Math.abs(typed.length - word.length) > 1 || typed === `${word}s`) return false;
  let start = 0;
  while (start < typed.length && typed[start] === word[start]) start += 1;
  const [left, right] = [typed.slice(start), word.slice(start)];
  const isOneLetter = [left, left.slice(1)].some((rest) => [right, right.slice(1)].includes(rest));
  const swapped = `${left.charAt(1)}${left.charAt(0)}${left.slice(2)}`;
  return isOneLetter || (left.length > 1 && swapped === right);
}
