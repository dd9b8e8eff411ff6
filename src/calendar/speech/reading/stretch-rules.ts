import type { Locale } from '../../../kernel/errors/index.js';
import { only, type Lead, type Token } from '../words/token.js';
import type { DateClue, DateMeaning, Found, LaterClue } from './clues.js';

/** A count of units, which are minutes, or days, or months. */
interface Amount {
  minutes?: number;
  days?: number;
  months?: number;
  length: number;
}

/** Nobody books further ahead, and no sum gets out of the calendar. */
const atMost = { minutes: 3 * 1440, days: 1100, months: 36 };

/** What the French call a week, and two, counting the day that it is. */
const countedFrench: ReadonlyMap<number, readonly number[]> = new Map([
  [8, [7, 8]],
  [15, [14, 15]],
]);

/** `dans une heure et demie`, `in 20 minutes`, `right now`. */
export function laterRule(tokens: readonly Token[], at: number): Found<LaterClue> | null {
  const token = tokens[at];
  if (token?.kind === 'now') return { clue: { kind: 'later', minutes: 0, about: false }, length: 1 };
  const told = directed(tokens, at);
  if (told?.amount.minutes === undefined) return null;
  const about = token?.leads.has('within') ?? false;
  return { clue: { kind: 'later', minutes: told.sign * told.amount.minutes, about }, length: told.length };
}

/** `dans deux jours`, `two weeks ago`, `within 3 days`, `a week from Monday`. */
export function daysLaterRule(tokens: readonly Token[], at: number, language: Locale): Found<DateClue> | null {
  const told = directed(tokens, at);
  if (!told) return laterThanDay(tokens, at);
  const { amount, sign, length } = told;
  const leads = joining(tokens[at]);
  if (amount.months !== undefined)
    return { clue: { kind: 'months-later', months: sign * amount.months, leads }, length };
  if (amount.days === undefined) return null;
  if (tokens[at]?.leads.has('within')) return { clue: { kind: 'coming-days', days: amount.days, leads }, length };
  const counted = language === 'fr' && sign > 0 && isInDays(tokens, at) ? countedFrench.get(amount.days) : undefined;
  return { clue: { kind: 'offset', days: counted ?? [sign * amount.days], leads }, length };
}

function isInDays(tokens: readonly Token[], at: number): boolean {
  return only(tokens[at + 1], 'unit')?.unit === 'day';
}

/** An amount and whether it goes ahead or back: by what stands before it, or behind it. */
function directed(tokens: readonly Token[], at: number): { amount: Amount; sign: 1 | -1; length: number } | null {
  const isBack = only(tokens[at], 'ago') !== null;
  const amount = amountAt(tokens, at + (isBack ? 1 : 0));
  if (!amount) return null;
  if (isBack) return { amount, sign: -1, length: amount.length + 1 };
  const end = tokens[at + amount.length];
  if (end?.kind === 'ago' || end?.kind === 'from-now') {
    return { amount, sign: end.kind === 'ago' ? -1 : 1, length: amount.length + 1 };
  }
  return isAhead(tokens[at]) ? { amount, sign: 1, length: amount.length } : null;
}

function isAhead(token: Token | undefined): boolean {
  const leads = [...(token?.leads ?? [])];
  return (leads.includes('in') || leads.includes('within')) && !leads.includes('the');
}

function amountAt(tokens: readonly Token[], at: number): Amount | null {
  const stretch = only(tokens[at], 'stretch');
  if (stretch) return { minutes: stretch.minutes, length: 1 };
  const number = only(tokens[at], 'number');
  if (!number || number.ordinal) return null;
  const half = only(tokens[at + 1], 'fraction');
  const unit = only(tokens[at + (half ? 2 : 1)], 'unit');
  if (!unit) return null;
  const value = number.value + (half ? half.minutes / 60 : 0);
  const amount = { ...inUnits(value, unit.unit), length: half ? 3 : 2 };
  return within(unit.unit === 'hour' && !half ? withRest(amount, tokens, at) : amount);
}

function inUnits(value: number, unit: string): Omit<Amount, 'length'> {
  if (unit === 'hour') return { minutes: value * 60 };
  if (unit === 'minute') return { minutes: value };
  if (unit === 'day' || unit === 'week') return { days: unit === 'day' ? value : 7 * value };
  return { months: unit === 'month' ? value : 12 * value };
}

/** `une heure et demie`, `2 heures 30`, `an hour and 20 minutes`. */
function withRest(amount: Amount & { minutes?: number }, tokens: readonly Token[], at: number): Amount {
  const next = tokens[at + amount.length];
  const minutes = amount.minutes ?? 0;
  if (next?.kind === 'fraction') return { minutes: minutes + next.minutes, length: amount.length + 1 };
  const number = only(next, 'number');
  if (!number || number.ordinal || number.value > 59 || number.leads.has('at')) return amount;
  const named = only(tokens[at + amount.length + 1], 'unit')?.unit === 'minute';
  return named || number.leads.size === 0
    ? { minutes: minutes + number.value, length: amount.length + (named ? 2 : 1) }
    : amount;
}

function within(amount: Amount): Amount | null {
  const { minutes = 0, days = 0, months = 0 } = amount;
  const whole = days % 1 === 0 && months % 1 === 0;
  return whole && minutes <= atMost.minutes && days <= atMost.days && months <= atMost.months ? amount : null;
}

/** `a week from Monday`, `two days from tomorrow`. */
function laterThanDay(tokens: readonly Token[], at: number): Found<DateClue> | null {
  const amount = amountAt(tokens, at);
  const base = tokens[at + (amount?.length ?? 0)];
  if (!amount?.days || !base || !(base.leads.has('from') || amount.days % 7 === 0)) return null;
  const meaning = laterThan(base, amount.days);
  return meaning && { clue: { ...meaning, leads: joining(tokens[at]) }, length: amount.length + 1 };
}

function laterThan(base: Token, days: number): DateMeaning | null {
  if (base.kind === 'day-offset') return { kind: 'offset', days: [base.days + days] };
  if (base.kind !== 'weekday' || days % 7 !== 0) return null;
  return { kind: 'weekday', weekday: base.weekday, which: null, weeks: days / 7 };
}

/** What joins it to other words; `within` is a part of what it means itself. */
function joining(token: Token | undefined): ReadonlySet<Lead> {
  return new Set([...(token?.leads ?? [])].filter((lead) => lead !== 'within'));
}
