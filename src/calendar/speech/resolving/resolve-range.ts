import type { DateClue, SaidDate } from '../reading/clues.js';
import type { Span } from '../time/civil-day.js';
import type { Calendar } from './calendar.js';
import { spans, type ResolvedDates } from './resolve-date.js';
import { resolveTogether } from './resolve-dates.js';

/** From one day to another: `du 3 au 5 décembre`, `Monday to Friday`. Each end lends the other the month that it lacks. */
export function resolveRange(start: readonly DateClue[], end: readonly DateClue[], calendar: Calendar): ResolvedDates {
  const first = withMonthOf(start, end).filter(({ kind }) => kind !== 'week-of');
  const last = withMonthOf(end, start);
  // A range that began lately goes on; one that is over is next year's.
  const begun = fromTo(first, last, { ...calendar, pastAllowed: true });
  return isOver(begun, calendar) ? fromTo(first, last, calendar) : begun;
}

function fromTo(first: readonly DateClue[], last: readonly DateClue[], calendar: Calendar): ResolvedDates {
  const start = resolveTogether(first, calendar);
  const begin = firstOf(start);
  if (start.kind !== 'spans' || !begin) return start;
  const end = resolveTogether(last, { ...calendar, from: begin.from });
  const finish = firstOf(end);
  if (end.kind !== 'spans' || !finish) return end;
  if (finish.to < begin.from) return { kind: 'contradiction', days: [] };
  return spans([{ from: begin.from, to: finish.to }], start.passed);
}

function firstOf(resolved: ResolvedDates): Span | undefined {
  return resolved.kind === 'spans' ? resolved.spans[0] : undefined;
}

function isOver(resolved: ResolvedDates, { today, pastAllowed }: Calendar): boolean {
  const span = firstOf(resolved);
  return !pastAllowed && span !== undefined && span.to < today;
}

function withMonthOf(clues: readonly DateClue[], others: readonly DateClue[]): DateClue[] {
  const lent = others.flatMap((clue): readonly SaidDate[] => (clue.kind === 'date' ? clue.dates : []))[0];
  return clues.map((clue) => {
    if (clue.kind !== 'day-of-month' || !lent) return clue;
    return { kind: 'date', dates: [{ ...lent, day: clue.day }], leads: clue.leads };
  });
}
