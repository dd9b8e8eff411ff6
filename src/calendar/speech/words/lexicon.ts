import type { Locale } from '../../../kernel/errors/index.js';
import { englishNumbers } from './english-numbers.js';
import { englishWords } from './english-words.js';
import { frenchNumbers } from './french-numbers.js';
import { frenchWords } from './french-words.js';
import type { Phrase, PhraseTable } from './meanings.js';
import type { NumberWords } from './number-words.js';
import { Spellings } from './spellings.js';

/** The words in which a moment is told. */
export interface Lexicon {
  phrases: ReadonlyMap<string, Phrase>;
  longestPhrase: number;
  numbers: readonly NumberWords[];
  spellings: Spellings;
}

/** The lexicons that are tried for a speaker, one after the other, and in which language each is. */
export type Attempts = readonly (readonly [Lexicon, Locale])[];

const french = { words: frenchWords, numbers: frenchNumbers };
const english = { words: englishWords, numbers: englishNumbers };

/** The speaker's own language, then the other, since models translate, then a mixture such as `demain at 2 pm`. */
export const attempts: Readonly<Record<Locale, Attempts>> = {
  fr: [
    [compile(french), 'fr'],
    [compile(beside(english, french)), 'en'],
    [compile(french, beside(english, french)), 'fr'],
  ],
  en: [
    [compile(english), 'en'],
    [compile(beside(french, english)), 'fr'],
    [compile(english, beside(french, english)), 'en'],
  ],
};

interface Vocabulary {
  words: PhraseTable;
  numbers: NumberWords;
}

/** Where a phrase means something in several of them, the first counts. */
function compile(...vocabularies: readonly Vocabulary[]): Lexicon {
  const phrases = new Map<string, Phrase>();
  for (const [said, ...meanings] of vocabularies.flatMap(({ words }) => words)) {
    for (const phrase of said.split('|')) {
      if (!phrases.has(phrase)) phrases.set(phrase, { meanings, length: phrase.split(' ').length });
    }
  }
  const longestPhrase = Math.max(...[...phrases.values()].map(({ length }) => length));
  const numbers = vocabularies.map((one) => one.numbers);
  return { phrases, longestPhrase, numbers, spellings: new Spellings(phrases) };
}

/** Without the days and months that are words of a speaker's own language: `mon`, `sept`. */
function beside(other: Vocabulary, own: Vocabulary): Vocabulary {
  const { phrases } = compile(own);
  const isOwn = (phrase: string) => phrases.has(phrase) || own.numbers.small.has(phrase);
  const words = other.words.map(([said, ...meanings]): PhraseTable[number] => {
    const isName = meanings.some((one) => typeof one !== 'string' && (one.kind === 'weekday' || one.kind === 'month'));
    const foreign = said.split('|').filter((phrase) => !isName || !isOwn(phrase));
    return [foreign.join('|'), ...meanings];
  });
  return { words: words.filter(([said]) => said !== ''), numbers: other.numbers };
}
