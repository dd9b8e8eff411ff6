import { dayOfIso, isoDate } from '../speech/time/civil-day.js';
import { instantsAt, wallTime } from '../speech/time/zoned-time.js';

export interface TimeWindow {
  from: Date;
  to: Date;
}

export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** Hours of the wall clock in which a part of the day begins and ends; generous, since people mean different things. */
const parts: Readonly<Record<DayPart, readonly [number, number]>> = {
  morning: [0, 12],
  noon: [11, 15],
  afternoon: [12, 19],
  evening: [17, 24],
  night: [19, 24],
};

/** A day of the calendar, or a part of it, as two moments. */
export function dayWindow(date: string, timeZone: string, part?: DayPart): TimeWindow {
  const [first, last] = part ? parts[part] : [0, 24];
  const day = dayOfIso(date);
  return { from: clockAt(day, first, timeZone), to: clockAt(day, last, timeZone) };
}

/** Whole days, the last one included. */
export function daysWindow(first: string, last: string, timeZone: string): TimeWindow {
  return { from: dayWindow(first, timeZone).from, to: dayWindow(last, timeZone).to };
}

/** Whether the clock there shows a time of that part of the day. */
export function isInPart(instant: Date, part: DayPart, timeZone: string): boolean {
  const [first, last] = parts[part];
  const { minutes } = wallTime(instant, timeZone);
  return first * 60 <= minutes && minutes < last * 60;
}

/** The day of the calendar on which something happens there: `2026-11-24`. */
export function dateIn(instant: Date, timeZone: string): string {
  return isoDate(wallTime(instant, timeZone).day);
}

/** An hour that the clock leaves out begins when the clock goes on. */
function clockAt(day: number, hour: number, timeZone: string): Date {
  const wall = hour === 24 ? { day: day + 1, minutes: 0 } : { day, minutes: hour * 60 };
  const [at] = instantsAt(wall, timeZone);
  return at ?? instantsAt({ ...wall, minutes: wall.minutes + 60 }, timeZone)[0] ?? new Date(wall.day * 86_400_000);
}
