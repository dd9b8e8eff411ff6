const quarterMs = 900_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** A day of the calendar, wherever it is lived. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** What the wall clock of a zone is ahead of UTC by, at an instant. */
export function offsetMs(zone: string, instant: number): number {
  // No zone has ever changed its clocks within a quarter of an hour of the epoch's.
  const quarter = Math.floor(instant / quarterMs);
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  const found = known.get(quarter);
  if (found !== undefined) return found;
  const offset = measuredOffset(zone, quarter * quarterMs);
  known.set(quarter, offset);
  return offset;
}

/**
 * The instant of a wall-clock time. An hour that is skipped in spring is the one after it, an hour that comes twice in
 * autumn is the first.
 */
export function instantOf(zone: string, { year, month, day }: CalendarDay, minutes: number): number {
  const wall = Date.UTC(year, month - 1, day, 0, minutes);
  const before = offsetMs(zone, wall - 86_400_000);
  const after = offsetMs(zone, wall + 86_400_000);
  const fits = [before, after].filter((offset) => offsetMs(zone, wall - offset) === offset);
  return wall - (fits.length > 0 ? Math.max(...fits) : before);
}

export function dayIn(zone: string, instant: number): CalendarDay {
  const wall = new Date(instant + offsetMs(zone, instant));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

export function dayAfter({ year, month, day }: CalendarDay): CalendarDay {
  return dayIn('UTC', Date.UTC(year, month - 1, day + 1));
}

/** `2026-11-20`. */
export function dateText({ year, month, day }: CalendarDay): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** `2026-11-20T19:00:00.000+01:00`, in UTC with a Z. */
export function zonedText(zone: string, instant: number): string {
  const offset = offsetMs(zone, instant);
  const wall = new Date(instant + offset).toISOString();
  return offset === 0 ? wall : `${wall.slice(0, -1)}${offsetText(offset)}`;
}

/** `+01:00`. */
function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

function measuredOffset(zone: string, instant: number): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formats.set(zone, format);
  return format;
}
