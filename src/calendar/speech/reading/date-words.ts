import { only, type Token, type TokenOf, type Which } from '../words/token.js';
import type { DateMeaning } from './clues.js';

/** How a rule for days reads the tokens from a place on: null where they are not its. */
export type DateRule = (tokens: readonly Token[], at: number) => { meaning: DateMeaning; length: number } | null;

/** A word that may be missing; then it takes no tokens. */
interface Optional<Value> {
  value: Value | null;
  length: number;
}

const years = { from: 1970, to: 2199 };
const none = { value: null, length: 0 };

/** The month that a token names; the French `sept` is one only where no hour follows: `3 sept`. */
export function monthOf(token: Token | undefined, next: Token | undefined): number | null {
  if (token?.kind === 'month') return token.month;
  const number = only(token, 'number');
  return number?.month !== undefined && next?.kind !== 'unit' ? number.month : null;
}

/** `2026`, `deux mille vingt-six`, `twenty twenty-six`. */
export function yearAt(tokens: readonly Token[], at: number): Optional<number> {
  const number = only(tokens[at], 'number');
  // `at 2026` is a time.
  if (!number || number.leads.has('at') || number.leads.has('about')) return none;
  const isWhole = number.digits === 4 || (number.digits === 0 && number.value > 99);
  if (!isWhole) return yearInPairs(number, tokens[at + 1]);
  return number.value >= years.from && number.value <= years.to ? { value: number.value, length: 1 } : none;
}

/** Before 2030, as `twenty thirty` is a time of day. */
function yearInPairs(first: TokenOf<'number'>, token: Token | undefined): Optional<number> {
  const second = only(token, 'number');
  if (first.value !== 20 || first.digits > 0 || second?.digits !== 0 || second.leads.size > 0) return none;
  return second.value >= 24 && second.value < 30 ? { value: 2000 + second.value, length: 2 } : none;
}

/** Words one after the other that say which: `this coming`; the last of them counts. */
export function whichAt(tokens: readonly Token[], at: number): Optional<Which> {
  const first = only(tokens[at], 'which');
  if (!first) return none;
  const more = whichAt(tokens, at + 1);
  return { value: more.value ?? first.which, length: more.length + 1 };
}

/** `lundi en huit`. */
export function weeksLaterAt(tokens: readonly Token[], at: number): { value: number; length: number } {
  const later = only(tokens[at], 'weeks-later');
  return later ? { value: later.weeks, length: 1 } : { value: 0, length: 0 };
}

export function dayNumber(token: Token | undefined): number | null {
  const number = only(token, 'number');
  return number && !number.article && Number.isInteger(number.value) && number.value <= 99 ? number.value : null;
}

/** What follows makes a number a time or a count; `le 3 du mois prochain` is a day. */
export function isTimeWord(token: Token | undefined): boolean {
  if (token?.kind === 'unit') return token.leads.size === 0;
  return token?.kind === 'meridiem' || token?.kind === 'fraction';
}

export function periodOf(token: Token | undefined): 'week' | 'weekend' | 'month' | null {
  if (token?.kind === 'weekend') return 'weekend';
  return token?.kind === 'unit' && (token.unit === 'week' || token.unit === 'month') ? token.unit : null;
}
