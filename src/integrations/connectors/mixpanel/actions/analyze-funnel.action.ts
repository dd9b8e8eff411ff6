import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { dateRange, expression, projectQuery } from '../mixpanel-project.js';

const step = z.object({
  event: z.string().nullish(),
  step_label: z.string().nullish(),
  count: z.number().nullish(),
  step_conv_ratio: z.number().nullish().describe('Part of the step before, 0 to 1'),
  overall_conv_ratio: z.number().nullish().describe('Part of the first step, 0 to 1'),
  avg_time: z.number().nullish().describe('Seconds since the step before'),
  avg_time_from_start: z.number().nullish().describe('Seconds since the first step'),
});
const whole = z.object({
  steps: z.array(step).nullish(),
  analysis: z
    .object({
      completion: z.number().nullish(),
      starting_amount: z.number().nullish(),
      steps: z.number().nullish(),
      worst: z.number().nullish().describe('Number of the step with the highest drop-off'),
    })
    .nullish(),
});
// Split by a property, a date holds the steps of each of its values.
const funnel = z.object({
  meta: z.object({ dates: z.array(z.string()).nullish() }).nullish(),
  data: z.record(z.string(), z.union([z.record(z.string(), z.array(step)), whole])).nullish(),
});

/** https://docs.mixpanel.com/reference/funnels-query */
export const analyzeFunnel = defineAction({
  key: 'analyze_funnel',
  effect: 'READ',
  description: {
    en: 'Reads a saved funnel: how many reached each step, by date, and how long it took. The id comes from list_funnels. Mixpanel keeps this query in maintenance mode. One of 60 queries an hour.',
    fr: 'Lit un entonnoir enregistré : combien ont atteint chaque étape, par date, et en combien de temps. L’identifiant vient de list_funnels. Mixpanel maintient cette requête sans la faire évoluer. Compte pour une des 60 requêtes par heure.',
  },
  input: z
    .object({
      funnelId: z.int().positive(),
      ...dateRange,
      length: z.int().min(1).optional().describe('Time to complete the funnel, in lengthUnit; at most 90 days'),
      lengthUnit: z.enum(['day', 'hour', 'minute', 'second']).optional(),
      unit: z.enum(['day', 'week', 'month']).default('week').describe('Size of the buckets'),
      on: expression('Property to split by').optional(),
      where: expression('Filter').optional(),
      limit: z.int().min(1).max(10_000).default(50).describe('Top values of the property; nothing without "on"'),
    })
    .refine(({ length, lengthUnit }) => (length === undefined) === (lengthUnit === undefined), {
      path: ['length'],
      message: 'Give both length and lengthUnit, or neither. | Donnez length et lengthUnit, ou aucun des deux.',
    }),
  output: z.object({
    dates: z.array(z.string()),
    byDate: z.record(z.string(), z.union([z.record(z.string(), z.array(step)), whole])),
  }),
  async run(client, { funnelId, fromDate, toDate, length, lengthUnit, unit, on, where, limit }) {
    const { meta, data } = await client.get('/query/funnels', {
      query: {
        ...projectQuery(client.settings),
        funnel_id: funnelId,
        from_date: fromDate,
        to_date: toDate,
        length,
        length_unit: lengthUnit,
        unit,
        on,
        where,
        limit,
      },
      reply: funnel,
    });
    return { dates: meta?.dates ?? Object.keys(data ?? {}), byDate: data ?? {} };
  },
});
