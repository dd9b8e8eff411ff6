import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { dateRange, expression, projectQuery, seriesOf, seriesOutput, seriesReply } from '../mixpanel-project.js';

/** https://docs.mixpanel.com/reference/segmentation-query */
export const queryEventBreakdown = defineAction({
  key: 'query_event_breakdown',
  effect: 'READ',
  description: {
    en: 'Counts one event over time, filtered and split by a property. Mixpanel keeps this query in maintenance mode: prefer a saved report where there is one. One of 60 queries an hour.',
    fr: 'Compte un événement dans le temps, filtré et ventilé par une propriété. Mixpanel maintient cette requête sans la faire évoluer : préférez un rapport enregistré s’il existe. Compte pour une des 60 requêtes par heure.',
  },
  input: z.object({
    event: z.string().min(1).describe('One exact name'),
    ...dateRange,
    on: expression('Property to split by').optional(),
    where: expression('Filter').optional(),
    unit: z.enum(['minute', 'hour', 'day', 'month']).default('day'),
    type: z.enum(['general', 'unique', 'average']).default('general').describe('Totals, unique users or average'),
    limit: z.int().min(1).max(10_000).default(60).describe('Top values of the property; nothing without "on"'),
  }),
  output: seriesOutput,
  async run(client, { event, fromDate, toDate, on, where, unit, type, limit }) {
    const dates = { from_date: fromDate, to_date: toDate };
    const query = { ...projectQuery(client.settings), event, ...dates, on, where, unit, type, limit };
    return seriesOf(await client.get('/query/segmentation', { query, reply: seriesReply }));
  },
});
