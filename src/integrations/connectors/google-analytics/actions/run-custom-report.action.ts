import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { dimensionFiltersInput, fieldInput, metricFiltersInput } from '../filters.js';
import { propertyInput } from '../property.js';
import { cursorInput, dayInput, limitInput, reportOutput, runReport } from '../report.js';

export const runCustomReport = defineAction({
  key: 'run_custom_report',
  effect: 'READ',
  description: {
    en: 'A report of any dimensions and metrics that go together; what does not is refused, so look with check_compatibility first. Costs tokens of the property’s quota (40,000 an hour, 200,000 a day), more for long ranges and many columns. Small groups may be left out and rare values lumped together as (other): see caveats.',
    fr: 'Un rapport avec les dimensions et métriques de votre choix, si elles sont compatibles ; sinon il est refusé : vérifiez d’abord avec check_compatibility. Consomme des jetons du quota de la propriété (40 000 par heure, 200 000 par jour), davantage pour de longues périodes et beaucoup de colonnes. Les petits groupes peuvent être omis et les valeurs rares regroupées sous (other) : voir caveats.',
  },
  input: z.object({
    propertyId: propertyInput,
    dateRanges: z
      .array(z.object({ startDate: dayInput, endDate: dayInput, name: z.string().max(40).optional() }))
      .min(1)
      .max(4),
    dimensions: z.array(fieldInput).max(9).default([]),
    metrics: z.array(fieldInput).min(1).max(10),
    dimensionFilters: dimensionFiltersInput,
    metricFilters: metricFiltersInput,
    orderBy: z
      .array(
        z.object({ field: fieldInput, kind: z.enum(['METRIC', 'DIMENSION']), descending: z.boolean().default(true) }),
      )
      .max(3)
      .optional(),
    keepEmptyRows: z.boolean().optional(),
    currencyCode: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional()
      .describe('ISO 4217; default: the property’s'),
    limit: limitInput,
    cursor: cursorInput,
  }),
  output: reportOutput,
  run: (client, { orderBy, ...query }) =>
    runReport(client, {
      ...query,
      orderBys: orderBy?.map(({ field, kind, descending: desc }) =>
        kind === 'METRIC' ? { metric: { metricName: field }, desc } : { dimension: { dimensionName: field }, desc },
      ),
    }),
});
