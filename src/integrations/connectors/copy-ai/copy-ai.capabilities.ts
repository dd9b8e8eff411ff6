import { live } from '../../core/capability.js';
import type { AgentShare } from '../../core/connector.js';
import { brainstormIdeas } from './actions/brainstorm-ideas.action.js';
import { createVariations } from './actions/create-variations.action.js';
import { generateContent } from './actions/generate-content.action.js';
import { getWorkflowRun } from './actions/get-workflow-run.action.js';
import { listRunWebhooks } from './actions/list-run-webhooks.action.js';
import { listWorkflowRuns } from './actions/list-workflow-runs.action.js';
import { listWorkflows } from './actions/list-workflows.action.js';
import { registerRunWebhook } from './actions/register-run-webhook.action.js';
import { removeRunWebhook } from './actions/remove-run-webhook.action.js';
import { runWorkflow } from './actions/run-workflow.action.js';
import { useCopyTemplate } from './actions/use-copy-template.action.js';

const requiredApi = 'Copy.ai Workflows API; a workflow built for it, workflow credits';
const note = {
  en: 'By a workflow that you build in Copy.ai and enter in the connection; without one the action says so and spends nothing.',
  fr: 'Par un workflow que vous créez dans Copy.ai et saisissez dans la connexion ; sans lui, l’action le dit et ne consomme rien.',
};

/** What the copywriter does with Copy.ai. */
export const pennShare: AgentShare = {
  actions: [
    listWorkflows,
    generateContent,
    brainstormIdeas,
    createVariations,
    useCopyTemplate,
    runWorkflow,
    getWorkflowRun,
    listWorkflowRuns,
    listRunWebhooks,
    registerRunWebhook,
    removeRunWebhook,
  ],
  capabilities: [
    live('generation', {
      label: { en: 'Generation', fr: 'Génération' },
      requiredApi,
      actions: [generateContent, runWorkflow, getWorkflowRun, listWorkflowRuns],
      note,
    }),
    live('templates', {
      label: { en: 'Templates', fr: 'Modèles' },
      requiredApi,
      actions: [useCopyTemplate, listWorkflows],
      note: {
        en: 'Workflows of yours serve as templates. The API neither lists nor runs Copy.ai’s own templates.',
        fr: 'Vos workflows servent de modèles. L’API ne liste ni ne lance les modèles propres à Copy.ai.',
      },
    }),
    live('brainstorming', {
      label: { en: 'Brainstorming', fr: 'Brainstorming' },
      requiredApi,
      actions: [brainstormIdeas, getWorkflowRun],
      note,
    }),
    live('variations', {
      label: { en: 'Variations', fr: 'Déclinaisons' },
      requiredApi,
      actions: [createVariations, getWorkflowRun],
      note,
    }),
  ],
};
