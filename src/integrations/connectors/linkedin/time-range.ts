import { z } from 'zod';
import type { RestliValue } from './restli.js';

const dayMs = 24 * 60 * 60 * 1000;

/** Days are those of UTC, as LinkedIn counts them. */
export const timeInput = {
  since: z.iso.date().optional().describe('First day, at most 12 months back; without it the whole lifetime'),
  until: z.iso.date().optional().describe('Last day, included; today where it is left out'),
  granularity: z.enum(['DAY', 'MONTH']).default('DAY'),
};

export const timeRangeReply = z.object({ start: z.number().nullish(), end: z.number().nullish() }).nullish();

interface Period {
  since?: string | undefined;
  until?: string | undefined;
  granularity: 'DAY' | 'MONTH';
}

/** `timeIntervals` of a finder; undefined for the whole lifetime. */
export function timeIntervals({ since, until, granularity }: Period, now: Date): RestliValue | undefined {
  if (since === undefined) return undefined;
  const last = until === undefined ? now.getTime() - (now.getTime() % dayMs) : dayStart(until);
  return { timeRange: { start: dayStart(since), end: last + dayMs }, timeGranularityType: granularity };
}

/** The days of a range that LinkedIn tells, the last one included; null for the whole lifetime. */
export function daysOf(range: z.output<typeof timeRangeReply>): { from: string | null; to: string | null } {
  return { from: day(range?.start), to: day(range?.end && range.end - 1) };
}

function dayStart(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function day(at: number | null | undefined): string | null {
  return at ? new Date(at).toISOString().slice(0, 10) : null;
}
