import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { finishedRun, runAndWait } from '../run.js';
import { workflowFor, workflowInputs } from '../workflows.js';

export const generateContent = defineAction({
  key: 'generate_content',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Has the workflow chosen for writing write a text from a brief and waits up to 100 seconds. It spends workflow credits; where the connection names no such workflow, one has to be set up first. There is no idempotency key: a repeat is paid again.',
    fr: 'Fait rédiger un texte d’après un brief par le workflow choisi pour la rédaction et attend jusqu’à 100 secondes. Consomme des crédits de workflow ; si la connexion n’en indique pas, il faut d’abord en configurer un. Pas de clé d’idempotence : une répétition est payée à nouveau.',
  },
  input: z.object({
    brief: z
      .string()
      .min(1)
      .max(50_000)
      .describe('What to write: subject, kind of text, length, tone, audience, language'),
    otherInputs: workflowInputs
      .optional()
      .describe('Further variables of the workflow, by their exact names: list_workflows'),
  }),
  output: finishedRun,
  run: (client, { brief, otherInputs }) => {
    const { workflowId, mainInput } = workflowFor(client.settings, 'generation');
    return runAndWait(client, workflowId, { ...otherInputs, [mainInput]: brief });
  },
});
