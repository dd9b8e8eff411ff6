import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const reportEntry = z.object({ id: z.string(), name: z.string().nullish() });

export const listReports = defineAction({
  key: 'list_reports',
  effect: 'READ',
  description: {
    en: 'Lists the reports that the user of the credentials opened last, at most 200. An integration user has opened none: use find_reports.',
    fr: 'Liste les rapports que l’utilisateur des identifiants a ouverts en dernier, 200 au plus. Un utilisateur d’intégration n’en a ouvert aucun : utilisez find_reports.',
  },
  input: z.object({}),
  output: z.object({ items: z.array(reportEntry) }),
  run: async (client) => ({ items: await client.get('/analytics/reports', { reply: z.array(reportEntry) }) }),
});
