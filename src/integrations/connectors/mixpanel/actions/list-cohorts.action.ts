import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { projectQuery } from '../mixpanel-project.js';

const cohorts = z.array(
  z.object({
    id: z.int(),
    name: z.string().nullish(),
    count: z.number().nullish().describe('Users in it'),
    description: z.string().nullish(),
    created: z.string().nullish(),
    is_visible: z.number().nullish().describe('1 visible, 0 hidden'),
  }),
);

/** https://docs.mixpanel.com/reference/cohorts-list */
export const listCohorts = defineAction({
  key: 'list_cohorts',
  effect: 'READ',
  description: {
    en: 'Lists the saved cohorts with their sizes. Their members: query_profiles with cohortId. One of 60 queries an hour.',
    fr: 'Liste les cohortes enregistrées et leur taille. Leurs membres : query_profiles avec cohortId. Compte pour une des 60 requêtes par heure.',
  },
  input: z.object({}),
  output: z.object({ items: cohorts }),
  run: async (client) => ({
    items: await client.post('/query/cohorts/list', {
      query: projectQuery(client.settings),
      reply: cohorts,
      readOnly: true,
    }),
  }),
});
