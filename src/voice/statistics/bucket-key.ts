import type { StatsGroup } from './statistics.repository.js';

/** How much of a local time names an hour, a day, a week (by its Monday) or a month. */
const lengths: Partial<Record<StatsGroup, number>> = { DAY: 10, WEEK: 10, MONTH: 7 };

/**
 * The name of a stretch of time in a time zone: `2026-03-29` for a day and for the week that begins then, `2026-03` for a
 * month, `2026-10-25T02:00:00+01:00` for an hour. Hours carry their offset: one of them comes twice when summer time ends.
 */
export function bucketKey(begin: Date, group: StatsGroup, timeZone: string): string {
  const local = localTime(begin, timeZone);
  const length = lengths[group];
  return length === undefined ? local : local.slice(0, length);
}

function localTime(date: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(date)) part[type] = value;
  const offset = part.timeZoneName?.replace('GMT', '') || '+00:00';
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}${offset}`;
}
