import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { finishedRun, runAndWait } from '../run.js';
import { WorkflowNotChosen } from '../workflow-not-chosen.js';
import { templateIds, workflowId, workflowInputs } from '../workflows.js';

export const useCopyTemplate = defineAction({
  key: 'use_copy_template',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Runs one of the workflows that the connection names as templates and waits up to 100 seconds for its texts. It spends workflow credits. Copy.ai’s own templates cannot be run: only workflows of yours.',
    fr: 'Lance l’un des workflows que la connexion indique comme modèles et attend ses textes jusqu’à 100 secondes. Consomme des crédits de workflow. Les modèles propres à Copy.ai ne peuvent pas être lancés : seulement vos workflows.',
  },
  input: z.object({
    workflowId,
    inputs: workflowInputs.describe('By the exact names of the workflow’s variables: list_workflows'),
  }),
  output: finishedRun,
  async run(client, { workflowId: id, inputs }) {
    if (!templateIds(client.settings).includes(id)) throw new WorkflowNotChosen('templateWorkflowIds');
    return await runAndWait(client, id, inputs);
  },
});
