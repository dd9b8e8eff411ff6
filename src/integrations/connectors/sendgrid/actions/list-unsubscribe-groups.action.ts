import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const group = z.object({
  id: z.int(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  is_default: z.boolean().nullish(),
  unsubscribes: z.number().nullish(),
});

/** https://www.twilio.com/docs/sendgrid/api-reference/suppressions-unsubscribe-groups */
export const listUnsubscribeGroups = defineAction({
  key: 'list_unsubscribe_groups',
  effect: 'READ',
  description: {
    en: 'Lists the groups that recipients can unsubscribe from; marketing mail has to name one.',
    fr: 'Liste les groupes dont les destinataires peuvent se désabonner ; un e-mail marketing doit en nommer un.',
  },
  input: z.object({}),
  output: z.object({ items: z.array(group) }),
  run: async (client) => ({ items: await client.get('/asm/groups', { reply: z.array(group) }) }),
});
