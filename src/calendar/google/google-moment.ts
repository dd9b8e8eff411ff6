import { dayOf, exists } from '../speech/time/civil-day.js';
import { instantsAt } from '../speech/time/zoned-time.js';

const written = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** Nobody makes appointments outside of these years, and the database has its own limits. */
const years = { first: 2000, last: 2200 };

/**
 * The instant that an ISO 8601 text means, null for anything else. One without an offset is the clock of the zone, as it
 * is for Google: https://developers.google.com/workspace/calendar/api/v3/reference/events (start.dateTime)
 *
 * @param timeZone IANA; null, for one that is not known, leaves such a text without meaning.
 */
export function googleMoment(text: string, timeZone: string | null): Date | null {
  const wall = readWall(text.trim());
  if (!wall) return null;
  if (wall.offset !== undefined) return withOffset(wall.text, wall.offset);
  if (timeZone === null) return null;
  // A time that is skipped as the clocks are put forward means the one an hour later, which they show then.
  const [instant] = [wall.minutes, wall.minutes + 60].flatMap((minutes) =>
    instantsAt({ day: wall.day, minutes }, timeZone),
  );
  return instant ? new Date(instant.getTime() + wall.seconds * 1000) : null;
}

interface Wall {
  /** See `civil-day`. */
  day: number;
  minutes: number;
  seconds: number;
  offset: string | undefined;
  /** Without the offset. */
  text: string;
}

function readWall(text: string): Wall | null {
  const [, year, month, date, hour = '00', minute = '00', second = '00', offset] = written.exec(text) ?? [];
  const civil = { year: Number(year), month: Number(month), day: Number(date) };
  if (!(civil.year >= years.first && civil.year <= years.last) || !exists(civil)) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const minutes = Number(hour) * 60 + Number(minute);
  const plain = `${year}-${month}-${date}T${hour}:${minute}:${second}`;
  return { day: dayOf(civil), minutes, seconds: Number(second), offset, text: plain };
}

function withOffset(local: string, offset: string): Date | null {
  const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
  const instant = new Date(`${local}${/^z$/i.test(offset) ? 'Z' : `${sign}${hours}:${minutes}`}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
