import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { experimentSchema } from '../experiment.js';
import { workspaceId } from '../mixpanel-project.js';

/** https://docs.mixpanel.com/reference/list-experiments */
export const listExperiments = defineAction({
  key: 'list_experiments',
  effect: 'READ',
  description: {
    en: 'Lists the A/B tests of the workspace with their variants and status; results: get_experiment. The connection has to name the workspace.',
    fr: 'Liste les tests A/B de l’espace de travail avec leurs variantes et leur état ; résultats : get_experiment. La connexion doit indiquer l’espace de travail.',
  },
  input: z.object({
    status: z.enum(['draft', 'active', 'concluded', 'success', 'fail']).optional().describe('Only those'),
  }),
  output: z.object({ items: z.array(experimentSchema) }),
  async run(client, { status }) {
    const { results } = await client.get(route`/app/workspaces/${workspaceId(client.settings)}/experiments`, {
      reply: z.object({ results: z.array(experimentSchema) }),
    });
    return { items: status ? results.filter((experiment) => experiment.status === status) : results };
  },
});
