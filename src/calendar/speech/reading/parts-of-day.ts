import type { Part } from '../words/token.js';

interface Hours {
  from: number;
  /** Not included; more than 24 reach into the next day. */
  to: number;
}

/** What callers mean by them, generously: hours that fit none of two readings are asked back. */
const saidOf: Record<Part, Hours> = {
  morning: { from: 0, to: 12 },
  noon: { from: 11, to: 15 },
  afternoon: { from: 12, to: 20 },
  evening: { from: 16, to: 29 },
  night: { from: 18, to: 30 },
};

/** The evening of a day ends in the small hours of the next. */
const smallHours = 6 * 60;
const wholeDay = 24 * 60;

/** When it is over, in minutes since the midnight that began its day. */
export function endOf(part: Part): number {
  return saidOf[part].to * 60;
}

/** Those of the minutes that are in a part of their day, the small hours counted to the evening before. */
export function inPart(minutes: readonly number[], part: Part): number[] {
  const late = part === 'evening' || part === 'night';
  const after = late ? minutes.filter((minute) => minute < smallHours).map((minute) => minute + wholeDay) : [];
  const { from, to } = saidOf[part];
  return [...new Set([...minutes, ...after])].filter((minute) => minute >= from * 60 && minute < to * 60);
}

/** As `2 heures du matin` and `11 at night` are said, of the clock and not of the day. */
export function ofClock(minutes: readonly number[], part: Part): number[] {
  if (part === 'night') return minutes.filter((minute) => minute < smallHours || minute >= saidOf.night.from * 60);
  const { from, to } = saidOf[part];
  return minutes.filter((minute) => minute >= from * 60 && minute < Math.min(to * 60, wholeDay));
}
