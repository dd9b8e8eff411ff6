import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

const exported = z.object({
  exported_at: z.string().nullish(),
  workflow: z.object({
    id: z.string(),
    title: z.string().nullish(),
    description: z.string().nullish(),
    trigger_type: z.string().nullish(),
    state: z.string().nullish().describe('live, draft or paused'),
    target_channels: z.array(z.string()).nullish(),
    targeting: z.record(z.string(), z.unknown()).nullish().describe('Whom it is for'),
    snapshot: z.record(z.string(), z.unknown()).nullish().describe('Its steps, as Intercom keeps them'),
    updated_at: z.string().nullish(),
  }),
});

export const getWorkflow = defineAction({
  key: 'get_workflow',
  effect: 'READ',
  description: {
    en: 'Reads a workflow or bot with its steps, by the id in its address in Intercom. Workflows cannot be listed, made or changed by API. Not every workspace has this export.',
    fr: 'Lit un workflow ou robot avec ses étapes, par l’identifiant dans son adresse dans Intercom. Les workflows ne peuvent être listés, créés ni modifiés par API. Tous les espaces de travail n’ont pas cet export.',
  },
  input: z.object({ workflowId: z.string().min(1).max(64) }),
  output: exported,
  run: (client, { workflowId }) => client.get(route`/export/workflows/${workflowId}`, { reply: exported }),
});
