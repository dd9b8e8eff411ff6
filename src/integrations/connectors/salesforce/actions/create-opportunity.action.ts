import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { opportunityBody, opportunityInput } from '../opportunity.js';
import { createdReply, createdSchema } from '../record.js';

export const createOpportunity = defineAction({
  key: 'create_opportunity',
  effect: 'WRITE',
  description: {
    en: 'Creates an opportunity. Rules of the org may ask for more fields. No idempotency key: look with list_opportunities before trying again.',
    fr: 'Crée une opportunité. Des règles de l’organisation peuvent exiger d’autres champs. Pas de clé d’idempotence : vérifiez avec list_opportunities avant de réessayer.',
  },
  input: opportunityInput.extend({
    name: z.string().min(1).max(120),
    stageName: z.string().min(1).max(255).describe('From list_opportunity_stages'),
    closeDate: z.iso.date(),
  }),
  output: createdSchema,
  run: (client, input) => client.post('/sobjects/Opportunity', { json: opportunityBody(input), reply: createdReply }),
});
