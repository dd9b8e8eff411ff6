import type { Clues } from '../reading/clues.js';
import type { ReadMoment } from '../moment.js';
import type { Span } from '../time/civil-day.js';
import { findDays } from './find-days.js';
import { findInstants } from './find-instants.js';
import { askOpenly, whichDay, whichMoment } from './questions.js';
import { noSuchDate, noSuchTime } from './refusals.js';
import type { Contradiction, ResolvedDates } from './resolve-date.js';
import { resolveDays } from './resolve-days.js';
import { isOver, type Scene } from './scene.js';
import { settle, settleOne } from './settle.js';

const minuteMs = 60_000;

/** What the clues of a moment mean together. */
export function combine(clues: Clues, scene: Scene): ReadMoment {
  const said = clues.dates.length + clues.times.length + clues.parts.length;
  if (clues.later) return said > 0 ? { kind: 'not_understood' } : later(clues, scene);
  if (said === 0) return { kind: 'not_understood' };
  if (clues.times.some(({ exists }) => !exists)) return noSuchTime();
  if (clues.dates.length === 0) return clues.bounded ? askOpenly(whichMoment) : withoutDay(clues, scene);
  return onDays(resolveDays(clues.dates, { ...scene, from: scene.today }), clues, scene);
}

function onDays(resolved: ResolvedDates, clues: Clues, scene: Scene): ReadMoment {
  if (resolved.kind === 'no-such-date') return noSuchDate(resolved.date);
  if (clues.bounded) return askOpenly(whichMoment);
  if (resolved.kind === 'contradiction') return contradicted(resolved, clues, scene);
  if (isCrossed(clues) && resolved.spans.length > 1) return askOpenly(whichMoment);
  return settle(find(clues, resolved.spans, scene), { scene, passed: resolved.passed });
}

/** `mardi à 14h ou mercredi à 16h`: which time is of which day is not known any more. */
function isCrossed({ dates, times, parts }: Clues): boolean {
  return isChoice(dates) && (times.length > 1 || new Set(parts).size > 1);
}

function isChoice(dates: Clues['dates']): boolean {
  return dates.some(({ leads }) => leads.has('or') || leads.has('and'));
}

function find(clues: Clues, spans: readonly Span[], scene: Scene) {
  return clues.times.length > 0 ? findInstants(clues, spans, scene) : findDays(clues, spans, scene);
}

function later({ later: clue, about }: Clues, scene: Scene): ReadMoment {
  const start = new Date((Math.floor(scene.now.getTime() / minuteMs) + Math.round(clue?.minutes ?? 0)) * minuteMs);
  const read = { kind: 'instant', start, approximate: about } as const;
  return settleOne(read, { over: isOver(start, scene), scene });
}

/** Today; where that is too late, tomorrow is asked about. */
function withoutDay(clues: Clues, scene: Scene): ReadMoment {
  const { today } = scene;
  const found = find(clues, [{ from: today, to: today }], scene);
  if (found.kind === 'found' && found.ahead.length === 0 && found.over.length > 0) {
    const tomorrow = find(clues, [{ from: today + 1, to: today + 1 }], scene);
    return settle(tomorrow, { scene, passed: true });
  }
  return settle(found, { scene, passed: false });
}

/** `mardi 25 novembre` when that is a Wednesday: asked, even where one of the two is over. */
function contradicted({ days }: Contradiction, clues: Clues, scene: Scene): ReadMoment {
  const spans = [...new Set(days)].sort((a, b) => a - b).map((day) => ({ from: day, to: day }));
  const found = find(clues, spans, scene);
  if (found.kind !== 'found') return settle(found, { scene, passed: false });
  return settle(found, { scene, passed: false, question: whichDay });
}
