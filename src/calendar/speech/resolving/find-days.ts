import type { DayRead, RangeRead } from '../moment.js';
import type { Clues } from '../reading/clues.js';
import { endOf } from '../reading/parts-of-day.js';
import { isoDate, type Span } from '../time/civil-day.js';
import type { Part } from '../words/token.js';
import type { Scene } from './scene.js';
import type { Candidates } from './settle.js';

/** The days, or parts of them, when no time was said. */
export function findDays({ parts }: Pick<Clues, 'parts'>, spans: readonly Span[], scene: Scene): Candidates {
  const said: (Part | undefined)[] = parts.length > 0 ? [...new Set(parts)] : [undefined];
  const ahead: (DayRead | RangeRead)[] = [];
  const over: (DayRead | RangeRead)[] = [];
  for (const span of spans) {
    for (const part of said) {
      if (isOver(span, part, scene)) over.push(toRead(span, part));
      else ahead.push(toRead(fromToday(span, scene), part, span.from < span.to));
    }
  }
  return { kind: 'found', ahead, over, skipped: [] };
}

/** What is over of some days is of no use to anyone who plans. */
export function fromToday({ from, to }: Span, { today, pastAllowed }: Scene): Span {
  return pastAllowed || to < today ? { from, to } : { from: Math.max(from, today), to };
}

function isOver({ to }: Span, part: Part | undefined, { today, minutes, pastAllowed }: Scene): boolean {
  if (pastAllowed) return false;
  return to < today || (to === today && part !== undefined && endOf(part) <= minutes);
}

function toRead({ from, to }: Span, part: Part | undefined, isRange = from < to): DayRead | RangeRead {
  const ofDay = part === undefined ? {} : { part };
  if (isRange) return { kind: 'range', from: isoDate(from), to: isoDate(to), ...ofDay };
  return { kind: 'day', date: isoDate(from), ...ofDay };
}
