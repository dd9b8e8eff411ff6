import type { Lexicon } from './lexicon.js';
import { readNumber } from './number-words.js';
import type { Piece } from './split-speech.js';
import type { Lead, Meaning, Token } from './token.js';

export interface Told {
  tokens: Token[];
  /** The little words after the last token: `20h environ`. */
  trailing: ReadonlySet<Lead>;
}

/** Nobody needs more for one moment. */
const mostPieces = 40;

interface Step {
  meanings: readonly (Meaning | Lead)[];
  /** How many pieces it took. */
  length: number;
}

/** What the pieces mean in a language, or null where one of them means nothing: half an understanding would be a guess. */
export function tokenize(pieces: readonly Piece[], lexicon: Lexicon): Told | null {
  if (pieces.length > mostPieces) return null;
  const tokens: Token[] = [];
  let leads = new Set<Lead>();
  for (let at = 0; at < pieces.length;) {
    const step = stepAt(pieces, at, lexicon);
    if (!step) return null;
    for (const meaning of step.meanings) {
      if (typeof meaning === 'string') {
        leads.add(meaning);
      } else {
        tokens.push({ ...meaning, leads });
        leads = new Set();
      }
    }
    at += step.length;
  }
  return { tokens, trailing: leads };
}

function stepAt(pieces: readonly Piece[], at: number, lexicon: Lexicon): Step | null {
  const piece = pieces[at];
  if (piece === null || piece === undefined) return null;
  if (typeof piece !== 'string') return { meanings: [piece], length: 1 };
  const words = wordsFrom(pieces, at, lexicon.longestPhrase);
  const phrase = phraseAt(words, lexicon);
  const number = numberAt(words, lexicon);
  if (phrase && phrase.length >= (number?.length ?? 0)) return phrase;
  return number ?? lexicon.spellings.correct(piece);
}

function wordsFrom(pieces: readonly Piece[], at: number, atMost: number): string[] {
  const words: string[] = [];
  for (const piece of pieces.slice(at, at + Math.max(atMost, 5))) {
    if (typeof piece !== 'string') break;
    words.push(piece);
  }
  return words;
}

function phraseAt(words: readonly string[], { phrases, longestPhrase }: Lexicon): Step | null {
  for (let length = Math.min(words.length, longestPhrase); length > 0; length -= 1) {
    const phrase = phrases.get(words.slice(0, length).join(' '));
    if (phrase) return phrase;
  }
  return null;
}

function numberAt(words: readonly string[], { numbers }: Lexicon): Step | null {
  for (const language of numbers) {
    const number = readNumber(words, 0, language);
    if (!number) continue;
    const { value, ordinal, length } = number;
    const september = length === 1 && words[0] === 'sept' ? { month: 9 } : {};
    return { meanings: [{ kind: 'number', value, digits: 0, ordinal, ...september }], length };
  }
  return null;
}
