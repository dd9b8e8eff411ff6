import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

/** https://mailchimp.com/developer/marketing/api/customer-journeys-journeys-steps-actions/trigger-customer-journeys-step/ */
export const triggerJourneyStep = defineAction({
  key: 'trigger_journey_step',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Starts a flow (customer journey) for one subscriber, at a starting point of the kind "API". The app shows the two ids there; flows cannot be listed, made or measured from here. Sent twice, it may start twice.',
    fr: 'Démarre un parcours (customer journey) pour un abonné, à un point de départ de type « API ». L’application y affiche les deux identifiants ; les parcours ne peuvent être ni listés, ni créés, ni mesurés d’ici. Envoyé deux fois, il peut démarrer deux fois.',
  },
  input: z.object({
    journeyId: z.int().positive(),
    stepId: z.int().positive(),
    email: z.email().describe('Of a subscriber of the flow’s audience'),
  }),
  output: z.object({ triggered: z.boolean() }),
  async run(client, { journeyId, stepId, email }) {
    const path = route`/customer-journeys/journeys/${journeyId}/steps/${stepId}/actions/trigger`;
    await client.post(path, { json: { email_address: email }, reply: noReply });
    return { triggered: true };
  },
});
