import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { projectQuery } from '../mixpanel-project.js';

const report = z.object({
  computed_at: z.string().nullish(),
  date_range: z.object({ from_date: z.string().nullish(), to_date: z.string().nullish() }).nullish(),
  headers: z.array(z.string()).nullish().describe('What the nested keys of series mean'),
  series: z.record(z.string(), z.unknown()).nullish().describe('Event → (value of a property →) date → number'),
});

/** https://docs.mixpanel.com/reference/insights-query */
export const getSavedReport = defineAction({
  key: 'get_saved_report',
  effect: 'READ',
  description: {
    en: 'Reads the numbers of a saved Insights report. The way that Mixpanel recommends: build the report once in the app, then read it here. One of 60 queries an hour.',
    fr: 'Lit les chiffres d’un rapport Insights enregistré. C’est la voie que Mixpanel recommande : créez le rapport une fois dans l’application, puis lisez-le ici. Compte pour une des 60 requêtes par heure.',
  },
  input: z.object({
    bookmarkId: z.int().positive().describe('The number after report- in the address of the report'),
  }),
  output: report,
  run: (client, { bookmarkId }) =>
    client.get('/query/insights', {
      query: { ...projectQuery(client.settings), bookmark_id: bookmarkId },
      reply: report,
    }),
});
