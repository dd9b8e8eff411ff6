import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { projectQuery } from '../mixpanel-project.js';

/** https://docs.mixpanel.com/reference/query-months-top-event-names */
export const listEventNames = defineAction({
  key: 'list_event_names',
  effect: 'READ',
  description: {
    en: 'Lists the most common events of the last 31 days, by their exact names, which the other queries need. One of 60 queries an hour.',
    fr: 'Liste les événements les plus fréquents des 31 derniers jours, par leurs noms exacts, dont les autres requêtes ont besoin. Compte pour une des 60 requêtes par heure.',
  },
  input: z.object({
    type: z.enum(['general', 'unique', 'average']).default('general').describe('Totals, unique users or average'),
    limit: z.int().min(1).max(255).default(100),
  }),
  output: z.object({ items: z.array(z.string()) }),
  async run(client, { type, limit }) {
    const query = { ...projectQuery(client.settings), type, limit };
    return { items: await client.get('/query/events/names', { query, reply: z.array(z.string()) }) };
  },
});
