import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { newestRun } from '../run.js';
import { chosenWorkflows } from '../workflows.js';

const workflow = z.object({
  purpose: z.string().describe('generation, brainstorming, variations or template'),
  workflowId: z.string(),
  exists: z.boolean(),
  mainInput: z.string().nullable().describe('The variable that takes what the action is given'),
  inputNames: z.array(z.string()).describe('Variables of its newest run; empty before its first one'),
  lastRunAt: z.string().nullish(),
});

export const listWorkflows = defineAction({
  key: 'list_workflows',
  effect: 'READ',
  description: {
    en: 'Lists the workflows that this connection names, with the variables of their newest run. Copy.ai lists no workflows itself, so names and variables of one that never ran are unknown.',
    fr: 'Liste les workflows indiqués dans cette connexion, avec les variables de leur dernière exécution. Copy.ai ne liste pas les workflows : noms et variables d’un workflow jamais lancé sont inconnus.',
  },
  input: z.object({}),
  output: z.object({ workflows: z.array(workflow) }),
  async run(client) {
    const workflows: z.input<typeof workflow>[] = [];
    for (const chosen of chosenWorkflows(client.settings)) {
      const run = await newestRun(client, chosen.workflowId);
      const inputNames = Object.keys(run?.input ?? {});
      workflows.push({ ...chosen, exists: run !== undefined, inputNames, lastRunAt: run?.createdAt });
    }
    return { workflows };
  },
});
