import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { dateRange, projectQuery } from '../mixpanel-project.js';

const event = z.object({
  event: z.string().nullish(),
  properties: z.record(z.string(), z.unknown()).nullish().describe('time is in Unix seconds'),
});
const stream = z.object({ results: z.object({ events: z.array(event).nullish() }).nullish() });

/** https://docs.mixpanel.com/reference/activity-stream-query */
export const getUserJourney = defineAction({
  key: 'get_user_journey',
  effect: 'READ',
  description: {
    en: 'Reads what given users did, event by event. The Flows report of all users is not in Mixpanel’s API: use analyze_funnel for paths of many. Maintenance mode. One of 60 queries an hour.',
    fr: 'Lit ce que des utilisateurs donnés ont fait, événement par événement. Le rapport Flows de tous les utilisateurs n’est pas dans l’API de Mixpanel : utilisez analyze_funnel pour les parcours du plus grand nombre. Requête sans évolution prévue. Compte pour une des 60 requêtes par heure.',
  },
  input: z.object({
    distinctIds: z.array(z.string().min(1)).min(1).max(20),
    ...dateRange,
    limit: z.int().min(1).max(1_000).default(200).describe('How many of the latest events to keep'),
  }),
  output: z.object({
    events: z.array(event),
    omitted: z.int().describe('Earlier events that were left out; 0 where all are here'),
  }),
  async run(client, { distinctIds, fromDate, toDate, limit }) {
    const dates = { from_date: fromDate, to_date: toDate };
    const query = { ...projectQuery(client.settings), distinct_ids: JSON.stringify(distinctIds), ...dates };
    const { results } = await client.get('/query/stream/query', { query, reply: stream });
    const events = (results?.events ?? []).toSorted((a, b) => timeOf(a) - timeOf(b));
    return { events: events.slice(-limit), omitted: Math.max(0, events.length - limit) };
  },
});

function timeOf({ properties }: z.output<typeof event>): number {
  return typeof properties?.time === 'number' ? properties.time : 0;
}
