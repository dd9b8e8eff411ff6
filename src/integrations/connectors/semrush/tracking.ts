import { z } from 'zod';

/** By tracked address; an empty one comes as a list. */
const byAddress = z.union([z.record(z.string(), z.union([z.number(), z.string()])), z.array(z.never())]).nullish();
const pagesByDay = z
  .union([
    z.record(z.string(), z.union([z.record(z.string(), z.string().nullable()), z.array(z.never())])),
    z.array(z.never()),
  ])
  .nullish();

const trackedKeyword = z.object({
  Ph: z.string(),
  Nq: z.coerce.number().nullish(),
  Cp: z.coerce.number().nullish(),
  Be: byAddress,
  Fi: byAddress,
  Diff: byAddress,
  Lu: pagesByDay,
});
type TrackedKeyword = z.output<typeof trackedKeyword>;

/** https://developer.semrush.com/api/v3/projects/position-tracking/ */
export const trackingReply = z.object({
  total: z.coerce.number().nullish(),
  data: z.union([z.array(trackedKeyword), z.record(z.string(), trackedKeyword)]).nullish(),
});

export const trackedRow = z.object({
  keyword: z.string(),
  searchVolume: z.number().nullish(),
  cpc: z.number().nullish().describe('US dollars'),
  positions: z.array(
    z.object({
      address: z.string(),
      begin: z.number().nullable().describe('Null: not among the first hundred'),
      end: z.number().nullable(),
      change: z.number().nullable().describe('Positive: nearer to the top'),
      page: z.string().nullish().describe('That ranks at the end of the period'),
    }),
  ),
});

export function trackedRowOf({ Ph, Nq, Cp, Be, Fi, Diff, Lu }: TrackedKeyword): z.output<typeof trackedRow> {
  const [begin, end, change] = [Be, Fi, Diff].map((values) => new Map(Object.entries(values ?? {})));
  const pages = lastDayOf(Lu);
  const addresses = [...new Set([...(begin?.keys() ?? []), ...(end?.keys() ?? [])])];
  return {
    keyword: Ph,
    searchVolume: Nq,
    cpc: Cp,
    positions: addresses.map((address) => ({
      address,
      begin: placeOf(begin?.get(address)),
      end: placeOf(end?.get(address)),
      change: placeOf(change?.get(address)),
      page: pages.get(address),
    })),
  };
}

function lastDayOf(pages: TrackedKeyword['Lu']): Map<string, string | null> {
  const days = Object.entries(pages ?? {}).sort(([a], [b]) => a.localeCompare(b));
  return new Map(Object.entries(days.at(-1)?.[1] ?? {}));
}

/** What is not ranked is a dash. */
function placeOf(value: string | number | undefined): number | null {
  const place = Number(value ?? Number.NaN);
  return value === '' || Number.isNaN(place) ? null : place;
}
