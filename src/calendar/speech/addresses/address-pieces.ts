import { frenchNumbers } from '../words/french-numbers.js';
import { englishNumbers } from '../words/english-numbers.js';
import { readNumber } from '../words/number-words.js';
import { asides, doubling, joined, letters, naming, openings, providers, signs, weakAts } from './email-words.js';

/** A part of an address, in the order in which they were said. */
export type AddressPiece =
  | { kind: 'sign'; text: string }
  /** A letter, or several that were spelled. */
  | { kind: 'letters'; text: string }
  | { kind: 'digits'; text: string }
  | { kind: 'word'; text: string }
  /** `at`, `chez`. */
  | { kind: 'weak-at'; text: string }
  | { kind: 'joined'; text: '' };

interface Step {
  piece: AddressPiece | null;
  length: number;
}

const longestPhrase = 4;

/** What each of the words is of an address. */
export function addressPieces(words: readonly string[]): AddressPiece[] {
  const pieces: AddressPiece[] = [];
  for (let at = 0; at < words.length;) {
    const { piece, length } = stepAt(words, at, pieces.length === 0);
    if (piece) pieces.push(piece);
    at += length;
  }
  return pieces;
}

function stepAt(words: readonly string[], at: number, isStart: boolean): Step {
  for (let length = longestPhrase; length > 0; length -= 1) {
    const phrase = at + length <= words.length ? words.slice(at, at + length).join(' ') : '';
    const step = phrase === '' ? null : named(phrase, length, isStart);
    if (step) return step;
  }
  return spelled(words, at) ?? numbered(words, at) ?? { piece: plain(words[at] ?? ''), length: 1 };
}

function named(phrase: string, length: number, isStart: boolean): Step | null {
  const sign = signs.get(phrase) ?? (/^[@._+-]$/.test(phrase) ? phrase : undefined);
  if (sign !== undefined) return { piece: { kind: 'sign', text: sign }, length };
  if (joined.has(phrase)) return { piece: { kind: 'joined', text: '' }, length };
  if (asides.has(phrase) || (isStart && openings.has(phrase))) return { piece: null, length };
  if (weakAts.has(phrase)) return { piece: { kind: 'weak-at', text: phrase }, length };
  const provider = providers.get(phrase);
  if (provider !== undefined) return { piece: { kind: 'word', text: provider }, length };
  const letter = letters.get(phrase);
  return letter === undefined ? null : { piece: { kind: 'letters', text: letter }, length };
}

/** `d comme Daniel`, `double l`. */
function spelled(words: readonly string[], at: number): Step | null {
  const [word = '', next = ''] = words.slice(at, at + 2);
  if (doubling.has(word) && isLetter(next)) return { piece: { kind: 'letters', text: next + next }, length: 2 };
  if (!isLetter(word)) return null;
  const named = naming.find((phrase) => phrase.every((part, index) => words[at + 1 + index] === part));
  return { piece: { kind: 'letters', text: word }, length: named ? named.length + 2 : 1 };
}

function numbered(words: readonly string[], at: number): Step | null {
  const number = readNumber(words, at, frenchNumbers) ?? readNumber(words, at, englishNumbers);
  if (!number || number.ordinal) return null;
  return { piece: { kind: 'digits', text: String(number.value) }, length: number.length };
}

function plain(word: string): AddressPiece {
  return { kind: /^\d+$/.test(word) ? 'digits' : 'word', text: word };
}

function isLetter(word: string): boolean {
  return /^[a-z]$/.test(word);
}
