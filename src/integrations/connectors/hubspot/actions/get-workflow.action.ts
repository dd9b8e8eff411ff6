import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { workflowVersion } from '../hubspot-version.js';
import { workflowId, workflowSchema } from '../workflow.js';

const part = z.record(z.string(), z.unknown());
const withSteps = workflowSchema.extend({
  enrollmentCriteria: part.nullish().catch(null).describe('What makes a record start; as HubSpot writes filters'),
  actions: z.array(part).nullish().catch(null).describe('The steps; those with an e-mail name its id'),
});

export const getWorkflow = defineAction({
  key: 'get_workflow',
  effect: 'READ',
  description: {
    en: 'Reads one workflow: what makes a record start, and its steps. To start it for a contact, change the property or the segment that it watches; HubSpot has no direct enrolment in its supported API.',
    fr: 'Lit un workflow : ce qui fait démarrer une fiche, et ses étapes. Pour le démarrer pour un contact, modifiez la propriété ou le segment qu’il surveille ; l’API prise en charge de HubSpot n’a pas d’inscription directe.',
  },
  input: z.object({ workflowId }),
  output: withSteps,
  run: (client, { workflowId: id }) =>
    client.get(route`/automation/${workflowVersion}/flows/${id}`, { reply: withSteps }),
});
