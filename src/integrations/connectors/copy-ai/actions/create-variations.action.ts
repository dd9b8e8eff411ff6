import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { finishedRun, runAndWait } from '../run.js';
import { workflowFor, workflowInputs } from '../workflows.js';

export const createVariations = defineAction({
  key: 'create_variations',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Has the workflow chosen for variations write a text anew in several ways and waits up to 100 seconds. It spends workflow credits; where the connection names no such workflow, one has to be set up first. There is no idempotency key: a repeat is paid again.',
    fr: 'Fait réécrire un texte de plusieurs façons par le workflow choisi pour les déclinaisons et attend jusqu’à 100 secondes. Consomme des crédits de workflow ; si la connexion n’en indique pas, il faut d’abord en configurer un. Pas de clé d’idempotence : une répétition est payée à nouveau.',
  },
  input: z.object({
    text: z.string().min(1).max(50_000).describe('The text to vary, and how many variations in which tone'),
    otherInputs: workflowInputs
      .optional()
      .describe('Further variables of the workflow, by their exact names: list_workflows'),
  }),
  output: finishedRun,
  run: (client, { text, otherInputs }) => {
    const { workflowId, mainInput } = workflowFor(client.settings, 'variations');
    return runAndWait(client, workflowId, { ...otherInputs, [mainInput]: text });
  },
});
