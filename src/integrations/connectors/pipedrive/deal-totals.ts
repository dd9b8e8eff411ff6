import { z } from 'zod';

/** An empty map comes as an empty list. */
const byCurrency = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]).nullish();

/** https://developers.pipedrive.com/docs/api/v1/Deals#getDealsTimeline */
const periodReply = z.object({
  period_start: z.string().nullish(),
  period_end: z.string().nullish(),
  totals: z
    .object({
      count: z.int().nullish(),
      values: byCurrency,
      weighted_values: byCurrency,
      open_count: z.int().nullish(),
      open_values: byCurrency,
      weighted_open_values: byCurrency,
      won_count: z.int().nullish(),
      won_values: byCurrency,
    })
    .nullish(),
});

/** The reference describes one period as an object; the service answers with a list of them. */
export const timelineReply = z.object({ data: z.union([z.array(periodReply), periodReply]).nullish() });

/** https://developers.pipedrive.com/docs/api/v1/Deals#getDealsSummary */
export const summaryReply = z.object({
  data: z
    .object({
      total_count: z.int().nullish(),
      values_total: byCurrency,
      weighted_values_total: byCurrency,
      total_currency_converted_value: z.number().nullish(),
      total_weighted_currency_converted_value: z.number().nullish(),
    })
    .nullish(),
});

const amount = z.object({ currency: z.string(), value: z.number() });

export const periodSchema = z.object({
  start: z.string().nullable(),
  end: z.string().nullable(),
  openCount: z.int(),
  open: z.array(amount),
  weightedOpen: z.array(amount).describe('Value times probability'),
  wonCount: z.int(),
  won: z.array(amount),
});

export const openDealsSchema = z.object({
  count: z.int(),
  values: z.array(amount),
  weightedValues: z.array(amount),
  inDefaultCurrency: z.number().nullable(),
  weightedInDefaultCurrency: z.number().nullable(),
});

type Amounts = z.output<typeof amount>[];

export function periodsIn({ data }: z.output<typeof timelineReply>): z.output<typeof periodSchema>[] {
  const periods = Array.isArray(data) ? data : data ? [data] : [];
  return periods.map(({ period_start: start, period_end: end, totals }) => ({
    start: start ?? null,
    end: end ?? null,
    openCount: totals?.open_count ?? 0,
    open: amountsIn(totals?.open_values),
    weightedOpen: amountsIn(totals?.weighted_open_values),
    wonCount: totals?.won_count ?? 0,
    won: amountsIn(totals?.won_values),
  }));
}

export function openDealsIn({ data }: z.output<typeof summaryReply>): z.output<typeof openDealsSchema> {
  return {
    count: data?.total_count ?? 0,
    values: amountsIn(data?.values_total),
    weightedValues: amountsIn(data?.weighted_values_total),
    inDefaultCurrency: data?.total_currency_converted_value ?? null,
    weightedInDefaultCurrency: data?.total_weighted_currency_converted_value ?? null,
  };
}

/** A number by currency in the timeline, an object with `value` in the summary. */
function amountsIn(map: z.output<typeof byCurrency>): Amounts {
  if (!map || Array.isArray(map)) return [];
  return Object.entries(map).flatMap(([currency, entry]) => {
    const value = typeof entry === 'object' && entry !== null && 'value' in entry ? entry.value : entry;
    return typeof value === 'number' ? [{ currency, value }] : [];
  });
}
