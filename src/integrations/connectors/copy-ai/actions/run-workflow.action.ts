import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { startRun } from '../run.js';
import { workflowId, workflowInputs } from '../workflows.js';

export const runWorkflow = defineAction({
  key: 'run_workflow',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Starts a run of any workflow and answers at once; get_workflow_run reads what it made. It spends workflow credits. There is no idempotency key: look at list_workflow_runs before trying again.',
    fr: 'Lance une exécution d’un workflow et répond aussitôt ; get_workflow_run lit le résultat. Consomme des crédits de workflow. Il n’y a pas de clé d’idempotence : regardez list_workflow_runs avant de réessayer.',
  },
  input: z.object({
    workflowId,
    inputs: workflowInputs.describe('By the exact names of the workflow’s variables: "Input 1"'),
    metadata: z.record(z.string().max(100), z.string().max(500)).optional().describe('Kept with the run, to find it'),
  }),
  output: z.object({ workflowId: z.string(), runId: z.string().describe('For get_workflow_run') }),
  async run(client, { workflowId: id, inputs, metadata }) {
    return { workflowId: id, runId: await startRun(client, id, { startVariables: inputs, metadata }) };
  },
});
