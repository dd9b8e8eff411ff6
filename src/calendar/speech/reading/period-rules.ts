import { only } from '../words/token.js';
import { periodOf, whichAt, yearAt, type DateRule } from './date-words.js';

/** `cette semaine`, `next month`, `le week-end`. */
export const period: DateRule = (tokens, at) => {
  const before = whichAt(tokens, at);
  const place = at + before.length;
  const of = periodOf(tokens[place]);
  if (of === null) return null;
  const after = before.length > 0 ? { value: null, length: 0 } : whichAt(tokens, place + 1);
  const which = before.value ?? after.value ?? (of === 'weekend' ? 'this' : null);
  return which && { meaning: { kind: 'period', of, which }, length: before.length + 1 + after.length };
};

/** `en décembre`. */
export const namedMonth: DateRule = (tokens, at) => {
  const token = only(tokens[at], 'month');
  if (!token) return null;
  const year = yearAt(tokens, at + 1);
  return { meaning: { kind: 'named-month', month: token.month, year: year.value }, length: 1 + year.length };
};

/** `the next 3 days`, `les 2 prochaines semaines`. */
export const comingDays: DateRule = (tokens, at) => {
  const [first, second, last] = tokens.slice(at, at + 3);
  const which = only(first, 'which') ?? only(second, 'which');
  const number = only(first, 'number') ?? only(second, 'number');
  const unit = only(last, 'unit');
  if (which?.which !== 'next' || !number || !Number.isInteger(number.value) || number.value > 100) return null;
  const days = new Map([
    ['day', 1],
    ['week', 7],
  ]).get(unit?.unit ?? '');
  return days === undefined ? null : { meaning: { kind: 'coming-days', days: number.value * days }, length: 3 };
};

/** `la semaine du 23`. */
export const weekOf: DateRule = (tokens, at) => {
  const token = only(tokens[at], 'week-of');
  return token && { meaning: { kind: 'week-of', weekend: token.weekend }, length: 1 };
};
