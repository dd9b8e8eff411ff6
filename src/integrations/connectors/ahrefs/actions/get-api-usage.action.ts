import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { usageReply, usageSchema } from '../usage.js';

export const getApiUsage = defineAction({
  key: 'get_api_usage',
  effect: 'READ',
  description: {
    en: 'API units used and left this month, and when the key ends. Free: look here before a large report.',
    fr: 'Unités d’API utilisées et restantes ce mois-ci, et date de fin de la clé. Gratuit : consultez avant un gros rapport.',
  },
  input: z.object({}),
  output: usageSchema,
  async run(client) {
    const reply = await client.get('/subscription-info/limits-and-usage', { reply: usageReply });
    return reply.limits_and_usage;
  },
});
