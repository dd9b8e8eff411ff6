import { dayOf, exists, type CivilDate } from './time/civil-day.js';
import type { WallTime } from './time/zoned-time.js';

/** A moment as machines write it: an instant, or what a clock on the wall shows. */
export type WrittenMoment =
  | { kind: 'instant'; at: Date }
  | { kind: 'wall'; at: WallTime }
  | { kind: 'no_such_date'; date: CivilDate }
  | { kind: 'no_such_time' };

const form =
  /^\s*(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?(?:\[[\w/+-]+\])?\s*$/i;

/** ISO 8601 with date and time; null for anything else. */
export function readIso(text: string): WrittenMoment | null {
  const [, year, month, day, hour, minute, second = '0', offset] = form.exec(text) ?? [];
  if (year === undefined) return null;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (date.year < 1970 || date.year > 2199) return null;
  if (!exists(date)) return { kind: 'no_such_date', date };
  const minutes = Number(hour) * 60 + Number(minute);
  if (Number(minute) > 59 || Number(second) > 59 || minutes > 1440) return { kind: 'no_such_time' };
  const wall = { day: dayOf(date), minutes };
  if (offset === undefined) return { kind: 'wall', at: wall };
  const east = minutesEast(offset);
  if (east === null) return { kind: 'no_such_time' };
  return { kind: 'instant', at: new Date(((wall.day * 1440 + minutes - east) * 60 + Number(second)) * 1000) };
}

function minutesEast(offset: string): number | null {
  if (/^z$/i.test(offset)) return 0;
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset) ?? [];
  const east = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || east > 18 * 60) return null;
  return sign === '-' ? -east : east;
}
