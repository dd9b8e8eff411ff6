import type { DateClue } from '../reading/clues.js';
import type { Calendar } from './calendar.js';
import { spans, type ResolvedDates } from './resolve-date.js';
import { resolveTogether } from './resolve-dates.js';
import { resolveRange } from './resolve-range.js';

/** How a clue goes on from those before it. */
type Joint = 'same' | 'or' | 'and' | 'to';

/** The days that all the clues of a moment mean: one day told in several ways, a range, or one or the other. */
export function resolveDays(clues: readonly DateClue[], calendar: Calendar): ResolvedDates {
  const groups: DateClue[][] = [];
  let joint: Joint = 'same';
  for (const clue of clues) {
    const own = jointOf(clue, clues[0]);
    if (own === 'same' && groups.length > 0) groups.at(-1)?.push(clue);
    else groups.push([clue]);
    if (groups.length === 2 && own !== 'same') joint = own;
  }
  const [first = [], second] = groups;
  if (!second) return resolveTogether(first, calendar);
  if (groups.length > 2) return { kind: 'contradiction', days: [] };
  return joint === 'to' ? resolveRange(first, second, calendar) : either(first, second, { calendar, joint });
}

function jointOf(clue: DateClue, first: DateClue | undefined): Joint {
  if (clue === first) return 'same';
  if (clue.leads.has('or')) return 'or';
  if (clue.leads.has('until') || clue.leads.has('to')) return 'to';
  const opened = first !== undefined && (first.leads.has('from') || first.leads.has('of'));
  if (opened && (clue.leads.has('at') || clue.leads.has('and'))) return 'to';
  return clue.leads.has('and') ? 'and' : 'same';
}

interface Alternative {
  calendar: Calendar;
  joint: Joint;
}

/** `mardi ou jeudi`; `demain et après-demain`, one after the other, are a range. */
function either(
  first: readonly DateClue[],
  second: readonly DateClue[],
  { calendar, joint }: Alternative,
): ResolvedDates {
  const [one, other] = [resolveTogether(first, calendar), resolveTogether(second, calendar)];
  if (one.kind !== 'spans') return one;
  if (other.kind !== 'spans') return other;
  const [a, b] = [one.spans[0], other.spans[0]];
  if (joint === 'and' && a && b?.from === a.to + 1) return spans([{ from: a.from, to: b.to }]);
  const different = other.spans.filter(
    (span) => !one.spans.some(({ from, to }) => from === span.from && to === span.to),
  );
  return spans([...one.spans, ...different]);
}
