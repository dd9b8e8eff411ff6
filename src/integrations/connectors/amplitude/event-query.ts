import { z } from 'zod';

const operator = z.enum([
  'is',
  'is not',
  'contains',
  'does not contain',
  'less',
  'less or equal',
  'greater',
  'greater or equal',
  'set is',
  'set is not',
]);
const propertyType = z.enum(['event', 'user']);

/** https://amplitude.com/docs/apis/analytics/dashboard-rest#event-format */
export const eventInput = z.object({
  type: z
    .string()
    .min(1)
    .describe('"value" of list_events; _active any active event, _all any event, revenue_amount; custom ones ce:name'),
  filters: z
    .array(
      z.object({
        propertyType,
        property: z.string().min(1).describe('Custom user properties begin with gp:'),
        operator,
        values: z.array(z.string()).min(1),
      }),
    )
    .optional(),
  groupBy: z
    .array(z.object({ propertyType, property: z.string().min(1) }))
    .max(2)
    .optional(),
});

/** One segment of users; all of its conditions hold. A cohort: property userdata_cohort, operator is, values [its id]. */
const segmentInput = z
  .array(z.object({ property: z.string().min(1), operator, values: z.array(z.string()).min(1) }))
  .min(1)
  .optional()
  .describe(
    'Conditions that all hold: version, country, platform, gp:custom, or userdata_cohort with the id of a cohort',
  );

export const groupProperty = z.string().min(1).describe('User property: country, platform, gp:utm_campaign');

const intervals = { realtime: -300_000, hourly: -3_600_000, daily: 1, weekly: 7, monthly: 30 };

const intervalInput = z
  .enum(['realtime', 'hourly', 'daily', 'weekly', 'monthly'])
  .default('daily')
  .describe('realtime: at most 2 days; hourly: at most 7 days; daily: at most 365');

/** When, how finely and of whom: what every chart is asked for. */
export const chartInput = {
  fromDate: z.iso.date().describe('First day, inclusive, in the time zone of the project'),
  toDate: z.iso.date().describe('Last day, inclusive'),
  interval: intervalInput,
  segment: segmentInput,
};

interface Chart {
  fromDate: string;
  toDate: string;
  interval: keyof typeof intervals;
  segment?: z.output<typeof segmentInput>;
}

export function chartQuery({ fromDate, toDate, interval, segment }: Chart) {
  return { start: compact(fromDate), end: compact(toDate), i: intervals[interval], s: segmentJson(segment) };
}

export function eventJson({ type, filters, groupBy }: z.output<typeof eventInput>): string {
  return JSON.stringify({
    event_type: type,
    ...(filters && {
      filters: filters.map((filter) => ({
        subprop_type: filter.propertyType,
        subprop_key: filter.property,
        subprop_op: filter.operator,
        subprop_value: filter.values,
      })),
    }),
    ...(groupBy && { group_by: groupBy.map((by) => ({ type: by.propertyType, value: by.property })) }),
  });
}

function segmentJson(segment: z.output<typeof segmentInput>): string | undefined {
  return (
    segment && JSON.stringify(segment.map(({ property, operator: op, values }) => ({ prop: property, op, values })))
  );
}

/** 2026-11-21 → 20261121 */
function compact(day: string): string {
  return day.replaceAll('-', '');
}
