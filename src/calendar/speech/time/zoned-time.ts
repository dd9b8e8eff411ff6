import { LRUCache } from 'lru-cache';

/** What a calendar and a clock on the wall show. */
export interface WallTime {
  /** See `civil-day`. */
  day: number;
  /** Since midnight; 1440 and more are on the next day. */
  minutes: number;
}

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** A formatter takes longer to make than a hundred readings. */
const formatters = new LRUCache<string, Intl.DateTimeFormat>({ max: 64 });

export function wallTime(instant: Date, timeZone: string): WallTime {
  const local = instant.getTime() + offsetAt(instant.getTime(), timeZone);
  const day = Math.floor(local / dayMs);
  return { day, minutes: Math.floor((local - day * dayMs) / minuteMs) };
}

/**
 * The instants at which the clocks of a zone show a time, in order: one, or none when the time is skipped as they are put
 * forward, or two when it comes twice as they are put back.
 *
 * The offsets in force a day before and a day after are all that can apply, as two changes never lie that near; Temporal's
 * own algorithm is the same. Once all supported engines have Temporal, this file can be a few calls of it.
 */
export function instantsAt({ day, minutes }: WallTime, timeZone: string): Date[] {
  const local = day * dayMs + minutes * minuteMs;
  const offsets = new Set([offsetAt(local - dayMs, timeZone), offsetAt(local + dayMs, timeZone)]);
  return [...offsets]
    .map((offset) => ({ at: local - offset, offset }))
    .filter(({ at, offset }) => offsetAt(at, timeZone) === offset)
    .sort((a, b) => a.at - b.at)
    .map(({ at }) => new Date(at));
}

/** In milliseconds, east of Greenwich. */
function offsetAt(at: number, timeZone: string): number {
  const whole = Math.floor(at / 1000) * 1000;
  const shown = formatter(timeZone).format(whole);
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = shown.split(/\D+/).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, made);
  return made;
}
