import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { projectQuery } from '../mixpanel-project.js';

const funnels = z.array(z.object({ funnel_id: z.int(), name: z.string().nullish() }));

/** https://docs.mixpanel.com/reference/funnels-list-saved */
export const listFunnels = defineAction({
  key: 'list_funnels',
  effect: 'READ',
  description: {
    en: 'Lists the saved funnels with the ids that analyze_funnel needs. Funnels are made in the app. One of 60 queries an hour.',
    fr: 'Liste les entonnoirs enregistrés avec les identifiants dont analyze_funnel a besoin. Les entonnoirs se créent dans l’application. Compte pour une des 60 requêtes par heure.',
  },
  input: z.object({}),
  output: z.object({ items: funnels }),
  run: async (client) => ({
    items: await client.get('/query/funnels/list', { query: projectQuery(client.settings), reply: funnels }),
  }),
});
