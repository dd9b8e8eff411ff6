import type { DateClue } from '../reading/clues.js';
import { mondayOf } from '../time/civil-day.js';
import type { Calendar } from './calendar.js';
import { filtersOf, isFilter, narrow, resolveFilters, type DayFilters } from './day-filters.js';
import { resolveDate, spans, type Contradiction, type ResolvedDate, type ResolvedDates } from './resolve-date.js';
import { nearestWeekday } from './weekdays.js';

/** What clues say together of one day, or of one stretch of days: each narrows down the others. */
export function resolveTogether(clues: readonly DateClue[], calendar: Calendar): ResolvedDates {
  const week = clues.find((clue) => clue.kind === 'week-of');
  if (week) {
    const others = clues.filter((clue) => clue.kind !== 'week-of');
    return aroundIt(resolveTogether(others, calendar), week.weekend);
  }
  const filters = filtersOf(clues);
  const named = clues.filter((clue) => !isFilter(clue));
  const [first, ...others] = named.map((clue) => resolveDate(clue, calendar));
  if (!first) return resolveFilters(filters, calendar);
  let together = first;
  for (const other of others) together = intersect(together, other);
  if (together.kind !== 'spans') return together;
  const narrowed = narrow(together.spans, filters);
  return narrowed.length > 0 ? spans(narrowed, together.passed) : contradiction(first, filters, calendar);
}

function intersect(one: ResolvedDate, other: ResolvedDate): ResolvedDate {
  if (one.kind !== 'spans') return one;
  if (other.kind !== 'spans') return other;
  const common = one.spans.flatMap((a) =>
    other.spans
      .map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }))
      .filter(({ from, to }) => from <= to),
  );
  return spans(common, one.passed && other.passed);
}

/** `mardi 25 novembre` when that is a Wednesday: the date, or the Tuesday next to it. */
function contradiction(said: ResolvedDate, { weekdays }: DayFilters, { from }: Calendar): Contradiction {
  const single = said.kind === 'spans' ? said.spans.filter((span) => span.from === span.to) : [];
  const [day] = single;
  const [weekday] = weekdays;
  if (!day || weekday === undefined) return { kind: 'contradiction', days: single.map((span) => span.from) };
  return { kind: 'contradiction', days: [day.from, nearestWeekday(day.from, weekday, from)] };
}

/** The week that holds a day, or its Saturday and Sunday. */
function aroundIt(resolved: ResolvedDates, weekend: boolean): ResolvedDates {
  if (resolved.kind !== 'spans') return resolved;
  const weeks = resolved.spans.map(({ from }) => ({
    from: mondayOf(from) + (weekend ? 5 : 0),
    to: mondayOf(from) + 6,
  }));
  return spans(weeks, resolved.passed);
}
