import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { dateRange, projectQuery, seriesOf, seriesOutput, seriesReply } from '../mixpanel-project.js';

/** https://docs.mixpanel.com/reference/list-recent-events */
export const queryEventCounts = defineAction({
  key: 'query_event_counts',
  effect: 'READ',
  description: {
    en: 'Counts events over time: totals, unique users or averages. No hourly uniques. Names have to be exact: see list_event_names. One of 60 queries an hour.',
    fr: 'Compte des événements dans le temps : totaux, utilisateurs uniques ou moyennes. Pas d’uniques par heure. Les noms doivent être exacts : voir list_event_names. Compte pour une des 60 requêtes par heure.',
  },
  input: z
    .object({
      events: z.array(z.string().min(1)).min(1).max(50).describe('Exact names'),
      type: z.enum(['general', 'unique', 'average']).default('general').describe('Totals, unique users or average'),
      unit: z.enum(['minute', 'hour', 'day', 'week', 'month']).default('day'),
      ...dateRange,
    })
    .refine(({ type, unit }) => type !== 'unique' || unit !== 'hour', {
      path: ['unit'],
      message: 'There are no hourly uniques. | Il n’y a pas d’uniques par heure.',
    }),
  output: seriesOutput,
  async run(client, { events, type, unit, fromDate, toDate }) {
    const dates = { from_date: fromDate, to_date: toDate };
    const query = { ...projectQuery(client.settings), event: JSON.stringify(events), type, unit, ...dates };
    return seriesOf(await client.get('/query/events', { query, reply: seriesReply }));
  },
});
