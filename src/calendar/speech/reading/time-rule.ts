import { only, type Token, type TokenOf } from '../words/token.js';
import type { Found, Rule, TimeClue } from './clues.js';
import { ofClock } from './parts-of-day.js';

/** An hour and minute as said, before it is known which half of the day is meant. */
interface Said {
  hour: number;
  minute: number;
  /** Said as only clocks of 24 hours are, or as noon. */
  exact: boolean;
  midnight?: true;
  length: number;
}

const halfDay = 12 * 60;
const wholeDay = 24 * 60;

/** A time of day: `14h30`, `huit heures et quart du soir`, `half past seven`, `noon`, `at 8`. */
export const timeRule: Rule<TimeClue> = (tokens, at) => {
  const said =
    besideHour(tokens, at) ?? named(tokens, at) ?? clock(tokens, at) ?? hours(tokens, at) ?? bare(tokens, at);
  if (!said) return null;
  return ofPart(withMeridiem(said, tokens, at), tokens, at);
};

/** A number that stands for an hour because of the words around it: `ce soir, 8`. */
export function bareHour(token: Token): TimeClue | null {
  const number = only(token, 'number');
  if (!number || !isCountable(number) || number.value > 24) return null;
  return toClue({ hour: number.value, minute: 0, exact: false, length: 1 }, token);
}

/** `quarter past eight`, `ten to nine`, `half seven`. */
function besideHour(tokens: readonly Token[], at: number): Said | null {
  const minutes = minutesBeside(tokens, at);
  const next = tokens[at + (minutes?.length ?? 0)];
  if (!minutes || !next) return null;
  const isTo = next.leads.has('to');
  if (!isTo && !next.leads.has('past') && !isHalf(tokens[at], next)) return null;
  const hour = namedOrNumbered(tokens, at + minutes.length);
  return hour && shifted(hour, isTo ? -minutes.value : minutes.value, minutes.length);
}

function isHalf(token: Token | undefined, next: Token): boolean {
  return only(token, 'fraction')?.minutes === 30 && next.kind === 'number' && next.leads.size === 0;
}

function minutesBeside(tokens: readonly Token[], at: number): { value: number; length: number } | null {
  const fraction = only(tokens[at], 'fraction');
  if (fraction) return { value: fraction.minutes, length: 1 };
  const number = only(tokens[at], 'number');
  if (!number || number.value % 1 !== 0 || number.value > 59 || number.article || isDay(number)) return null;
  if (only(tokens[at + 1], 'unit')?.unit === 'minute') return { value: number.value, length: 2 };
  return number.value % 5 === 0 && number.value > 0 ? { value: number.value, length: 1 } : null;
}

/** `le 5`, `from the 5th`. */
function isDay({ ordinal, leads }: { ordinal: boolean; leads: Token['leads'] }): boolean {
  return ordinal || leads.has('the') || leads.has('from');
}

function namedOrNumbered(tokens: readonly Token[], at: number): Said | null {
  const name = nameOf(tokens[at]);
  if (name) return name;
  const number = only(tokens[at], 'number');
  if (!number || !isCountable(number) || number.value > 12 || number.value === 0) return null;
  const length = only(tokens[at + 1], 'unit')?.clock ? 2 : 1;
  return { hour: number.value, minute: 0, exact: false, length };
}

/** `midi et demi`, `minuit moins dix`, `12 noon`. */
function named(tokens: readonly Token[], at: number): Said | null {
  const twelve = only(tokens[at], 'number')?.value === 12 && nameOf(tokens[at + 1]) !== null ? 1 : 0;
  const name = nameOf(tokens[at + twelve]);
  if (!name) return null;
  return withMinutes({ ...name, length: name.length + twelve }, tokens, at);
}

function nameOf(token: Token | undefined): Said | null {
  if (token?.kind === 'noon') return { hour: 12, minute: 0, exact: true, length: 1 };
  return token?.kind === 'midnight' ? { hour: 0, minute: 0, exact: true, midnight: true, length: 1 } : null;
}

function clock(tokens: readonly Token[], at: number): Said | null {
  const token = only(tokens[at], 'clock');
  if (!token) return null;
  const length = only(tokens[at + 1], 'unit')?.clock ? 2 : 1;
  return { hour: token.hour, minute: token.minute, exact: token.exact, length };
}

/** `14 heures 30`, `neuf heures moins le quart`, `8 o’clock`. */
function hours(tokens: readonly Token[], at: number): Said | null {
  const number = only(tokens[at], 'number');
  if (!number || !isCountable(number) || !only(tokens[at + 1], 'unit')?.clock) return null;
  const exact = number.digits === 2 && number.value < 10;
  return withMinutes({ hour: number.value, minute: 0, exact, length: 2 }, tokens, at);
}

/** `eight thirty`, `at 8`, `8 pm`. */
function bare(tokens: readonly Token[], at: number): Said | null {
  const number = only(tokens[at], 'number');
  if (!number || !isCountable(number) || number.leads.has('the')) return null;
  const hour = { hour: number.value, minute: 0, exact: number.digits === 2 && number.value < 10, length: 1 };
  const minute = minuteAfter(tokens, at + 1);
  if (minute && number.value <= 24) return { ...hour, minute: minute.value, length: 1 + minute.length };
  if (only(tokens[at + 1], 'meridiem')) return hour;
  const placed = number.leads.has('at') || number.leads.has('about');
  return placed && number.value <= 24 && !isCounted(tokens[at + 1]) ? hour : null;
}

/** What comes after an hour that was said as a number: `thirty`, `oh five`. */
function minuteAfter(tokens: readonly Token[], at: number): { value: number; length: number } | null {
  const number = only(tokens[at], 'number');
  if (!number || number.leads.size > 0 || number.ordinal || isCounted(tokens[at + 1])) return null;
  if (number.value >= 10 && number.value <= 59) return { value: number.value, length: 1 };
  const units = only(tokens[at + 1], 'number');
  const isZero = number.value === 0 && number.digits === 0;
  return isZero && units && units.value < 10 && units.value > 0 ? { value: units.value, length: 2 } : null;
}

/** What follows makes a number a count or a day: `3 heures`, `3 décembre`. */
function isCounted(next: Token | undefined): boolean {
  return next?.kind === 'unit' || next?.kind === 'month' || (next?.kind === 'number' && next.month !== undefined);
}

/** A plain whole number of two digits. */
function isCountable({ value, ordinal, article }: { value: number; ordinal: boolean; article?: true }): boolean {
  return value % 1 === 0 && value <= 99 && !ordinal && !article;
}

function withMinutes(hour: Said, tokens: readonly Token[], at: number): Said {
  const next = tokens[at + hour.length];
  if (next?.kind === 'fraction' && !next.leads.has('past')) return shifted(hour, next.minutes, 1);
  const zero = minuteAfter(tokens, at + hour.length);
  if (zero?.length === 2) return { ...hour, minute: zero.value, length: hour.length + 2 };
  const number = only(next, 'number');
  return number && isCountable(number) ? withNumber(hour, number, tokens[at + hour.length + 1]) : hour;
}

/** `14 heures 30`, `neuf heures moins dix`; in `20 heures 3 décembre` the number is a day, in `20 heures, 4` nobody knows. */
function withNumber(hour: Said, { value, leads, digits }: TokenOf<'number'>, after: Token | undefined): Said {
  const words = only(after, 'unit')?.unit === 'minute' ? 2 : 1;
  if (leads.has('minus')) return value < 60 ? shifted(hour, -value, words) : hour;
  const isMinute = words === 2 || value % 5 === 0 || value > 9 || digits === 2;
  const isCount = leads.size > 0 || (words === 1 && isCounted(after));
  return isCount || !isMinute ? hour : { ...hour, minute: value, length: hour.length + words };
}

/** An hour with a quarter taken off is one of the hour before; midnight less ten is of the day before. */
function shifted(said: Said, minutes: number, words: number): Said {
  const length = said.length + words;
  if (said.minute + minutes >= 0) return { ...said, minute: said.minute + minutes, length };
  const hour = (said.hour + 23) % 24;
  const { midnight: _, ...rest } = said;
  return { ...rest, hour: said.hour === 1 && !said.exact ? 12 : hour, minute: minutes + 60, length };
}

function withMeridiem(said: Said, tokens: readonly Token[], at: number): TimeClue & { length: number } {
  const token = tokens[at];
  const meridiem = only(tokens[at + said.length], 'meridiem');
  const clue = toClue(said, token);
  if (!meridiem) return { ...clue, length: said.length };
  const { hour, minute } = said;
  const fits = minute < 60 && (hour <= 12 ? hour > 0 || !meridiem.afternoon : hour < 24 && meridiem.afternoon);
  const minutes = hour <= 12 ? (hour % 12) * 60 + minute + (meridiem.afternoon ? halfDay : 0) : hour * 60 + minute;
  return { ...clue, minutes: fits ? [minutes] : [], exists: fits, twelve: false, length: said.length + 1 };
}

function toClue({ hour, minute, exact, midnight }: Said, token: Token | undefined): TimeClue {
  const minutes = hour * 60 + minute;
  const leads = token?.leads ?? new Set();
  const exists = minute < 60 && minutes <= wholeDay;
  const either = !exact && hour >= 1 && hour <= 11 ? [minutes, minutes + halfDay] : [minutes];
  const possible = midnight ? [minutes, minutes + wholeDay] : either;
  return { kind: 'time', minutes: exists ? possible : [], twelve: hour === 12 && !exact, exists, leads };
}

/** A part of the day right after a time is said of it: `8 heures du soir`. */
function ofPart(clue: TimeClue & { length: number }, tokens: readonly Token[], at: number): Found<TimeClue> {
  const { length, ...time } = clue;
  const part = only(tokens[at + length], 'part')?.part;
  if (!part || !time.exists) return { clue: time, length };
  const late = time.twelve && (part === 'evening' || part === 'night');
  const minutes = late
    ? time.minutes.flatMap((minute) => [minute - halfDay, minute + halfDay])
    : ofClock(time.minutes, part);
  return { clue: { ...time, minutes, twelve: false }, length: length + 1 };
}
