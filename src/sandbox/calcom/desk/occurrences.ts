import type { Recurrence } from '../event-type.js';
import { dayIn, instantOf, offsetMs } from '../slots/zone.js';

interface Series {
  readonly first: number;
  readonly zone: string;
  readonly recurrence: Recurrence;
  readonly count: number;
}

/** When the occurrences of a series begin: at the same time of the wall clock, whatever the season. */
export function occurrenceStarts({ first, zone, recurrence, count }: Series): number[] {
  const day = dayIn(zone, first);
  const minutes = Math.floor(((first + offsetMs(zone, first)) % 86_400_000) / 60_000);
  return Array.from({ length: count }, (_, index) => {
    const step = index * recurrence.interval;
    const moved =
      recurrence.frequency === 'weekly' ? { ...day, day: day.day + step * 7 } : { ...day, month: day.month + step };
    return instantOf(zone, moved, minutes);
  });
}
