import { z } from 'zod';

export const reportId = z.string().regex(/^00O[a-zA-Z0-9]{12}([a-zA-Z0-9]{3})?$/);

export const reportFilters = z
  .array(
    z.object({
      column: z.string().min(1).max(255).describe('API name of a column of the report, such as CLOSE_DATE or AMOUNT'),
      operator: z.enum([
        'equals',
        'notEqual',
        'lessThan',
        'greaterThan',
        'lessOrEqual',
        'greaterOrEqual',
        'contains',
        'notContain',
        'startsWith',
        'includes',
        'excludes',
        'within',
      ]),
      value: z.string().max(1_000).describe('Several are separated by commas'),
    }),
  )
  .max(20)
  .optional()
  .describe('Replace the saved filters for this run; the report itself stays as it is');

export const maxRows = z
  .int()
  .min(0)
  .max(2_000)
  .default(100)
  .describe('How many detail rows to return for each group; 0 for totals only');

export function reportBody(filters: z.output<typeof reportFilters>) {
  return filters && filters.length > 0 ? { reportMetadata: { reportFilters: filters } } : undefined;
}

const cell = z.object({ label: z.string().nullish(), value: z.unknown() });
const columns = z.record(z.string(), z.object({ label: z.string().nullish() }).nullish().catch(null)).nullish();

interface Grouping {
  key?: string | null | undefined;
  label?: string | null | undefined;
  groupings?: Grouping[] | null | undefined;
}
const grouping: z.ZodType<Grouping> = z.object({
  key: z.string().nullish(),
  label: z.string().nullish(),
  groupings: z.lazy(() => z.array(grouping).nullish()),
});
const groupings = z.object({ groupings: z.array(grouping).nullish() }).nullish();

const fact = z.object({
  aggregates: z.array(cell).nullish(),
  rows: z.array(z.object({ dataCells: z.array(cell).nullish() })).nullish(),
});

/** https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_factmap_example.htm */
export const reportReply = z.object({
  attributes: z.object({ status: z.string().nullish() }).nullish(),
  allData: z.boolean().nullish(),
  hasDetailRows: z.boolean().nullish(),
  reportMetadata: z
    .object({
      name: z.string().nullish(),
      reportFormat: z.string().nullish(),
      aggregates: z.array(z.string()).nullish(),
      detailColumns: z.array(z.string()).nullish(),
    })
    .nullish(),
  reportExtendedMetadata: z.object({ aggregateColumnInfo: columns, detailColumnInfo: columns }).nullish(),
  groupingsDown: groupings,
  groupingsAcross: groupings,
  factMap: z.record(z.string(), fact.nullish().catch(null)).nullish(),
});

const group = z.object({ key: z.string(), label: z.string() });

export const reportSchema = z.object({
  name: z.string().nullable(),
  format: z.string().nullable().describe('TABULAR, SUMMARY, MATRIX or MULTI_BLOCK'),
  complete: z.boolean().describe('False where there are more detail rows than Salesforce or maxRows gives'),
  rowGroups: z.array(group).describe('Key: 0 for the first group, 0_1 for the second one inside it'),
  columnGroups: z.array(group),
  totalColumns: z.array(z.string()),
  detailColumns: z.array(z.string()),
  results: z.array(
    z.object({
      key: z.string().describe('Row group ! column group; T stands for the grand total'),
      totals: z.array(z.object({ label: z.string().nullable(), value: z.number().nullable() })),
      rows: z.array(z.array(z.string().nullable())),
    }),
  ),
});

/** A report's reply in the shape that is easiest to read: labels instead of codes, groups in one list. */
export function readReport(reply: z.output<typeof reportReply>, rowLimit: number): z.output<typeof reportSchema> {
  const { reportMetadata: metadata, reportExtendedMetadata: extended } = reply;
  const results = resultsIn(reply);
  const cut = results.some(({ rows }) => rows.length > rowLimit);
  return {
    name: metadata?.name ?? null,
    format: metadata?.reportFormat ?? null,
    complete: reply.allData !== false && !cut,
    rowGroups: flat(reply.groupingsDown?.groupings),
    columnGroups: flat(reply.groupingsAcross?.groupings),
    totalColumns: labels(metadata?.aggregates, extended?.aggregateColumnInfo),
    detailColumns: labels(metadata?.detailColumns, extended?.detailColumnInfo),
    results: results.map((result) => ({ ...result, rows: result.rows.slice(0, rowLimit) })),
  };
}

function resultsIn({ factMap }: z.output<typeof reportReply>): z.output<typeof reportSchema>['results'] {
  return Object.entries(factMap ?? {}).map(([key, facts]) => ({
    key,
    totals: (facts?.aggregates ?? []).map(({ label, value }) => ({
      label: label ?? null,
      value: typeof value === 'number' ? value : null,
    })),
    rows: (facts?.rows ?? []).map(({ dataCells }) => (dataCells ?? []).map(({ label }) => label ?? null)),
  }));
}

function flat(groups: readonly Grouping[] | null | undefined): z.output<typeof group>[] {
  return (groups ?? []).flatMap(({ key, label, groupings: inner }) => [
    { key: key ?? '', label: label ?? '' },
    ...flat(inner),
  ]);
}

function labels(names: readonly string[] | null | undefined, info: z.output<typeof columns>): string[] {
  return (names ?? []).map((name) => info?.[name]?.label ?? name);
}
