import type { InstantRead } from '../moment.js';
import type { Clues, TimeClue } from '../reading/clues.js';
import { inPart } from '../reading/parts-of-day.js';
import type { Span } from '../time/civil-day.js';
import { instantsAt } from '../time/zoned-time.js';
import type { Part } from '../words/token.js';
import { fromToday } from './find-days.js';
import { whichDay, whichTime } from './questions.js';
import { isOver, type Scene } from './scene.js';
import type { Candidates } from './settle.js';

const smallHours = 6 * 60;
const halfDay = 12 * 60;

/** The instants of each day that can be meant, at each time that can be. */
export function findInstants(clues: Clues, spans: readonly Span[], scene: Scene): Candidates {
  const days = spans.map((span) => fromToday(span, scene));
  if (days.some(({ from, to }) => from < to)) return { kind: 'open', question: whichDay };
  const walls = days.flatMap(({ from }) => minutesOf(clues, from, scene).map((minutes) => ({ day: from, minutes })));
  if (walls.length === 0 && days.length > 0) return { kind: 'open', question: whichTime };
  const shown = walls.map((wall) => ({ wall, starts: instantsAt(wall, scene.timeZone) }));
  const skipped = shown.filter(({ starts }) => starts.length === 0).map(({ wall }) => wall);
  const starts = shown.flatMap((each) => inTurn(each.starts, clues));
  const reads = [...new Set(starts.map((start) => start.getTime()))]
    .sort((a, b) => a - b)
    .map((time): InstantRead => ({ kind: 'instant', start: new Date(time), approximate: clues.about }));
  const over = reads.filter(({ start }) => isOver(start, scene));
  return { kind: 'found', ahead: reads.filter((read) => !over.includes(read)), over, skipped };
}

/** Of an hour that comes twice, the one that was said. */
function inTurn(starts: readonly Date[], { secondTurn }: Clues): readonly Date[] {
  if (secondTurn === null) return starts;
  return secondTurn ? starts.slice(-1) : starts.slice(0, 1);
}

/** What all the times that were said agree on, in all the parts of the day that were; else each of the times. */
function minutesOf({ times, parts }: Clues, day: number, scene: Scene): number[] {
  const said = times.map((time) => narrowed(time, parts, { day, scene }));
  const agreed = said.reduce((common, minutes) => common.filter((minute) => minutes.includes(minute)));
  return agreed.length > 0 ? agreed : said.flat();
}

function narrowed(time: TimeClue, parts: readonly Part[], { day, scene }: { day: number; scene: Scene }): number[] {
  let minutes = [...time.minutes];
  for (const part of parts) {
    const late = part === 'evening' || part === 'night';
    const withMidnight = time.twelve && late ? [...minutes, ...minutes.map((minute) => minute + halfDay)] : minutes;
    // Said in the small hours, `this night` is the one that it is.
    const isOn = part === 'night' && day === scene.today && scene.minutes < smallHours;
    const early = isOn ? minutes.filter((minute) => minute < smallHours && minute >= scene.minutes) : [];
    minutes = early.length > 0 ? early : inPart(withMidnight, part);
  }
  return minutes;
}
