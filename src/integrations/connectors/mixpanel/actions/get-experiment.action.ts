import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { experimentResults } from '../experiment.js';
import { workspaceId } from '../mixpanel-project.js';

/** https://docs.mixpanel.com/reference/get-experiment */
export const getExperiment = defineAction({
  key: 'get_experiment',
  effect: 'READ',
  description: {
    en: 'Reads one A/B test with the exposures and results that Mixpanel last computed; they are empty where nobody has opened the report yet. Full reports need the Experiment add-on (Enterprise).',
    fr: 'Lit un test A/B avec les expositions et résultats calculés en dernier par Mixpanel ; ils sont vides si personne n’a encore ouvert le rapport. Les rapports complets demandent l’option Experiment (Enterprise).',
  },
  input: z.object({ experimentId: z.string().min(1).max(64).describe('UUID of list_experiments') }),
  output: experimentResults,
  async run(client, { experimentId }) {
    const path = route`/app/workspaces/${workspaceId(client.settings)}/experiments/${experimentId}`;
    const { results } = await client.get(path, { reply: z.object({ results: experimentResults }) });
    return results;
  },
});
