import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { chartInput, chartQuery, eventInput, eventJson, groupProperty } from '../event-query.js';

const input = z
  .object({
    event: eventInput,
    secondEvent: eventInput.optional(),
    ...chartInput,
    metric: z
      .enum(['uniques', 'totals', 'pct_dau', 'average', 'histogram', 'sums', 'value_avg', 'formula'])
      .default('uniques')
      .describe('histogram, sums and value_avg need groupBy in the event; formula needs formula'),
    formula: z.string().min(1).optional().describe('UNIQUES(A)/UNIQUES(B): A is event, B is secondEvent'),
    users: z.enum(['any', 'active']).optional(),
    groupBy: z.array(groupProperty).min(1).max(2).optional(),
    limit: z.int().min(1).max(1_000).default(100).describe('Groups to return'),
    rollingWindow: z.int().min(1).optional().describe('In units of interval'),
    rollingAverage: z.int().min(1).optional().describe('In units of interval'),
  })
  .refine(({ metric, formula }) => (metric === 'formula') === (formula !== undefined), {
    path: ['formula'],
    message: 'Give it with the metric formula, and only then. | À donner avec la métrique formula, et seulement alors.',
  })
  .refine(({ metric, event }) => !['histogram', 'sums', 'value_avg'].includes(metric) || event.groupBy !== undefined, {
    path: ['event', 'groupBy'],
    message: 'This metric needs a property to group by. | Cette métrique demande une propriété de regroupement.',
  });

const segmentation = z.object({
  series: z.array(z.unknown()).nullish().describe('For each group, its values at xValues'),
  seriesLabels: z.array(z.unknown()).nullish(),
  seriesCollapsed: z.array(z.unknown()).nullish().describe('For each group, its value over the whole time'),
  xValues: z.array(z.string()).nullish(),
});

/** https://amplitude.com/docs/apis/analytics/dashboard-rest#event-segmentation */
export const segmentEvents = defineAction({
  key: 'segment_events',
  effect: 'READ',
  description: {
    en: 'Measures one or two events over time, by segment and property. Costs days × conditions × events of a budget of 1,000 per 5 minutes, and 4 more for each property: keep ranges short.',
    fr: 'Mesure un ou deux événements dans le temps, par segment et propriété. Coûte jours × conditions × événements sur un budget de 1 000 par 5 minutes, et 4 de plus par propriété : gardez des périodes courtes.',
  },
  input,
  output: segmentation,
  async run(client, given) {
    const { data } = await client.get('/api/2/events/segmentation', {
      query: {
        e: eventJson(given.event),
        e2: given.secondEvent && eventJson(given.secondEvent),
        ...chartQuery(given),
        m: given.metric,
        n: given.users,
        g: given.groupBy?.[0],
        g2: given.groupBy?.[1],
        limit: given.limit,
        formula: given.formula,
        rollingWindow: given.rollingWindow,
        rollingAverage: given.rollingAverage,
      },
      reply: z.object({ data: segmentation }),
    });
    return data;
  },
});
