import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { readRun, runSchema } from '../run.js';
import { runId, workflowId } from '../workflows.js';

export const getWorkflowRun = defineAction({
  key: 'get_workflow_run',
  effect: 'READ',
  description: {
    en: 'Reads one run: how far it is, what it wrote, what it cost. Costs nothing; ask every few seconds at most.',
    fr: 'Lit une exécution : son avancement, ce qu’elle a écrit, son coût. Gratuit ; au plus une fois toutes les quelques secondes.',
  },
  input: z.object({ workflowId, runId }),
  output: runSchema,
  run: (client, { workflowId: id, runId: run }) => readRun(client, id, run),
});
