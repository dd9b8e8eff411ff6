import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { finishedRun, runAndWait } from '../run.js';
import { workflowFor, workflowInputs } from '../workflows.js';

export const brainstormIdeas = defineAction({
  key: 'brainstorm_ideas',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Has the workflow chosen for brainstorming find ideas on a topic and waits up to 100 seconds. It spends workflow credits; where the connection names no such workflow, one has to be set up first. There is no idempotency key: a repeat is paid again.',
    fr: 'Fait trouver des idées sur un sujet par le workflow choisi pour le brainstorming et attend jusqu’à 100 secondes. Consomme des crédits de workflow ; si la connexion n’en indique pas, il faut d’abord en configurer un. Pas de clé d’idempotence : une répétition est payée à nouveau.',
  },
  input: z.object({
    topic: z.string().min(1).max(50_000).describe('What ideas are wanted for, how many, for whom, in which language'),
    otherInputs: workflowInputs
      .optional()
      .describe('Further variables of the workflow, by their exact names: list_workflows'),
  }),
  output: finishedRun,
  run: (client, { topic, otherInputs }) => {
    const { workflowId, mainInput } = workflowFor(client.settings, 'brainstorming');
    return runAndWait(client, workflowId, { ...otherInputs, [mainInput]: topic });
  },
});
