import { dayAndMonth, dayOfMonth, monthAndDay, writtenDate } from './calendar-date-rules.js';
import type { DateClue, Found, Rule } from './clues.js';
import type { DateRule } from './date-words.js';
import { dayOffset, nthWeekday, weekday } from './day-rules.js';
import { comingDays, namedMonth, period, weekOf } from './period-rules.js';

const rules: readonly DateRule[] = [
  dayOffset,
  weekday,
  dayAndMonth,
  monthAndDay,
  dayOfMonth,
  writtenDate,
  nthWeekday,
  period,
  namedMonth,
  comingDays,
  weekOf,
];

/** Days, weeks and months as they are told: `demain`, `mardi prochain`, `le 3 décembre 2026`, `next week`. */
export const dateRule: Rule<DateClue> = (tokens, at) => {
  let best: Found<DateClue> | null = null;
  for (const rule of rules) {
    const meant = rule(tokens, at);
    if (meant && meant.length > (best?.length ?? 0)) {
      best = { clue: { ...meant.meaning, leads: tokens[at]?.leads ?? new Set() }, length: meant.length };
    }
  }
  return best;
};
