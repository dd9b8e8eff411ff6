import { only, type Token } from '../words/token.js';
import { periodOf, weeksLaterAt, whichAt, yearAt, type DateRule } from './date-words.js';

/** `demain`, `demain en huit`. */
export const dayOffset: DateRule = (tokens, at) => {
  const token = only(tokens[at], 'day-offset');
  if (!token) return null;
  const later = weeksLaterAt(tokens, at + 1);
  return { meaning: { kind: 'offset', days: [token.days + 7 * later.value] }, length: 1 + later.length };
};

/** `mardi`, `mardi prochain`, `this coming Friday`, `lundi en huit`. */
export const weekday: DateRule = (tokens, at) => {
  const before = whichAt(tokens, at);
  const place = at + before.length;
  const token = only(tokens[place], 'weekday');
  if (!token) return null;
  const later = weeksLaterAt(tokens, place + 1);
  const after = ownWhich(tokens, place + 1);
  const length = before.length + 1 + later.length + after.length;
  const which = after.value ?? before.value;
  return { meaning: { kind: 'weekday', weekday: token.weekday, which, weeks: later.value }, length };
};

/** In `Friday next week` the word is the week's. */
function ownWhich(tokens: readonly Token[], at: number) {
  const which = whichAt(tokens, at);
  return periodOf(tokens[at + which.length]) === null ? which : { value: null, length: 0 };
}

/** `first Monday of December`, `le dernier vendredi de novembre`. */
export const nthWeekday: DateRule = (tokens, at) => {
  const nth = place(tokens[at]);
  const [day, month] = [only(tokens[at + 1], 'weekday'), only(tokens[at + 2], 'month')];
  if (nth === null || !day || !month) return null;
  const year = yearAt(tokens, at + 3);
  const meaning = { nth, weekday: day.weekday, month: month.month, year: year.value };
  return { meaning: { kind: 'nth-weekday', ...meaning }, length: 3 + year.length };
};

function place(token: Token | undefined): number | null {
  if (token?.kind === 'which' && token.which === 'last') return 0;
  return token?.kind === 'number' && token.ordinal && token.value <= 5 ? token.value : null;
}
