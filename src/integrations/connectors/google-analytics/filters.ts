import { z } from 'zod';

export const fieldInput = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]*(:\S.{0,80})?$/)
  .describe('API name, as list_dimensions_metrics has it: sessionSource, customEvent:plan');

const textFilter = z.strictObject({
  field: fieldInput,
  match: z.enum(['EXACT', 'BEGINS_WITH', 'ENDS_WITH', 'CONTAINS', 'FULL_REGEXP', 'PARTIAL_REGEXP']).default('EXACT'),
  value: z.string().max(1_000),
  caseSensitive: z.boolean().optional(),
  not: z.boolean().optional().describe('Keeps what does not match'),
});
const listFilter = z.strictObject({
  field: fieldInput,
  values: z.array(z.string().max(1_000)).min(1).max(100),
  not: z.boolean().optional(),
});
const numberFilter = z.strictObject({
  field: fieldInput,
  operation: z.enum(['EQUAL', 'LESS_THAN', 'LESS_THAN_OR_EQUAL', 'GREATER_THAN', 'GREATER_THAN_OR_EQUAL']),
  number: z.number(),
  not: z.boolean().optional(),
});

export const dimensionFiltersInput = z
  .array(z.union([textFilter, listFilter]))
  .max(10)
  .optional()
  .describe('All have to hold');
export const metricFiltersInput = z.array(numberFilter).max(10).optional().describe('All have to hold');

export type ReportFilter = z.output<typeof textFilter | typeof listFilter | typeof numberFilter>;

/** https://developers.google.com/analytics/devguides/reporting/data/v1/rest/v1beta/FilterExpression */
export function filterExpression(filters: readonly ReportFilter[] | undefined): object | undefined {
  const expressions = (filters ?? []).map((filter) => {
    const expression = { filter: { fieldName: filter.field, ...condition(filter) } };
    return filter.not ? { notExpression: expression } : expression;
  });
  return expressions.length > 1 ? { andGroup: { expressions } } : expressions[0];
}

function condition(filter: ReportFilter): object {
  if ('values' in filter) return { inListFilter: { values: filter.values } };
  if ('number' in filter) {
    return { numericFilter: { operation: filter.operation, value: { doubleValue: filter.number } } };
  }
  return { stringFilter: { matchType: filter.match, value: filter.value, caseSensitive: filter.caseSensitive } };
}
