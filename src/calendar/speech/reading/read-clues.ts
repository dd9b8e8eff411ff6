import type { Locale } from '../../../kernel/errors/index.js';
import { only, type Lead, type Token } from '../words/token.js';
import type { Told } from '../words/tokenize.js';
import type { Clues, DateClue, Found, LaterClue, TimeClue } from './clues.js';
import { dateRule } from './date-rules.js';
import { daysLaterRule, laterRule } from './stretch-rules.js';
import { bareHour, timeRule } from './time-rule.js';

type Clue = DateClue | TimeClue | LaterClue;

/** What the tokens say of a moment, all of them, or null: a word that has no place in it may be the one that counts. */
export function readClues({ tokens, trailing }: Told, language: Locale): Clues | null {
  if (cutOff.some((lead) => trailing.has(lead))) return null;
  const about = [...tokens, { leads: trailing }].some(({ leads }) => leads.has('about'));
  const bounded = isBound(trailing);
  const clues: Clues = { dates: [], times: [], parts: [], later: null, secondTurn: null, about, bounded };
  const loose: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const found = longest(tokens, at, language);
    const token = tokens[at];
    if (!token || isOutOfPlace(token)) return null;
    if (found) keep(clues, found.clue);
    else if (token.kind === 'number') loose.push(token);
    else if (!keepSingle(clues, token)) return null;
    at += found?.length ?? 1;
  }
  return withLoose(clues, loose);
}

/** After these more was to come. */
const cutOff: readonly Lead[] = ['or', 'to', 'until', 'from', 'in', 'within', 'minus'];

/** `before Friday`, `après 20h`: no moment, but a side of one. */
function isBound(leads: ReadonlySet<Lead>): boolean {
  return leads.has('after') || leads.has('before') || leads.has('within');
}

/** Only minutes are taken off an hour, or are past it. */
function isOutOfPlace({ leads }: Token): boolean {
  return leads.has('minus') || (leads.has('past') && !leads.has('after'));
}

function longest(tokens: readonly Token[], at: number, language: Locale): Found<Clue> | null {
  // `demain midi` is a part of that day; `à midi` is a time.
  if (isLunch(tokens, at)) return null;
  const found: Found<Clue>[] = [];
  for (const rule of [laterRule, timeRule, dateRule]) {
    const one = rule(tokens, at);
    if (one) found.push(one);
  }
  const days = daysLaterRule(tokens, at, language);
  if (days) found.push(days);
  return found.reduce<Found<Clue> | null>((best, one) => (one.length > (best?.length ?? 0) ? one : best), null);
}

function keep(clues: Clues, clue: Clue): void {
  if (clue.kind === 'later') {
    clues.later = clue;
    clues.about ||= clue.about;
    return;
  }
  const before = clue.kind === 'time' ? clues.times : clues.dates;
  const endsRange = clue.leads.has('until') && before.length > 0;
  clues.bounded ||= isBound(clue.leads) && !endsRange;
  if (clue.kind === 'time') clues.times.push(clue);
  else clues.dates.push(clue);
}

function keepSingle(clues: Clues, token: Token): boolean {
  clues.bounded ||= isBound(token.leads);
  if (token.kind === 'part') clues.parts.push(token.part);
  else if (token.kind === 'noon') clues.parts.push('noon');
  else if (token.kind === 'turn') clues.secondTurn = token.second;
  else return false;
  return true;
}

function isLunch(tokens: readonly Token[], at: number): boolean {
  const noon = only(tokens[at], 'noon');
  if (!noon?.lunch || noon.leads.size > 0) return false;
  const [before, next] = [tokens[at - 1]?.kind ?? 'noon', tokens[at + 1]];
  const isTime = next?.kind === 'fraction' || (next?.kind === 'number' && next.leads.size === 0);
  return ['day-offset', 'weekday', 'month'].includes(before) && !isTime;
}

/** An article counts nothing; a number alone beside a part of the day is an hour: `ce soir, 8`. */
function withLoose(clues: Clues, loose: readonly Token[]): Clues | null {
  const numbers = loose.filter((token) => token.kind !== 'number' || !token.article);
  const [number] = numbers;
  if (!number) return clues;
  const time = numbers.length === 1 && clues.parts.length > 0 && clues.times.length === 0 ? bareHour(number) : null;
  return time && { ...clues, times: [time] };
}
