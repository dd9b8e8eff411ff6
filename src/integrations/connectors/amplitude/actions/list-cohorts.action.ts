import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const cohort = z.object({
  id: z.string(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  size: z.number().nullish(),
  is_predictive: z.boolean().nullish().describe('Made from a prediction'),
  archived: z.boolean().nullish(),
  published: z.boolean().nullish(),
  lastComputed: z.number().nullish().describe('Unix seconds'),
});

/** https://amplitude.com/docs/apis/analytics/behavioral-cohorts#get-all-cohorts */
export const listCohorts = defineAction({
  key: 'list_cohorts',
  effect: 'READ',
  description: {
    en: 'Lists the discoverable cohorts with their sizes, those made from predictions included. Use an id as a segment of the other queries; members are not listed.',
    fr: 'Liste les cohortes visibles et leur taille, y compris celles issues de prédictions. Un identifiant sert de segment dans les autres requêtes ; les membres ne sont pas listés.',
  },
  input: z.object({ predictiveOnly: z.boolean().default(false) }),
  output: z.object({ items: z.array(cohort) }),
  async run(client, { predictiveOnly }) {
    const { cohorts } = await client.get('/api/3/cohorts', {
      reply: z.object({ cohorts: z.array(cohort) }),
    });
    return { items: predictiveOnly ? cohorts.filter((each) => each.is_predictive === true) : cohorts };
  },
});
