import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const target = z
  .object({
    respond_within: z.number().nullish().describe('Seconds until the first answer'),
    resolve_within: z.number().nullish().describe('Seconds until the solution'),
    business_hours: z.boolean().nullish().describe('Counted in business hours only'),
    escalation_enabled: z.boolean().nullish(),
  })
  .nullish();

const policySchema = z.object({
  id: z.int(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  active: z.boolean().nullish(),
  is_default: z.boolean().nullish(),
  sla_target: z
    .object({ priority_1: target, priority_2: target, priority_3: target, priority_4: target })
    .nullish()
    .describe('By priority: 1 low, 2 medium, 3 high, 4 urgent'),
  applicable_to: z
    .object({
      company_ids: z.array(z.number()).nullish(),
      group_ids: z.array(z.number()).nullish(),
      product_ids: z.array(z.number()).nullish(),
      sources: z.array(z.number()).nullish(),
      ticket_types: z.array(z.string()).nullish(),
    })
    .nullish(),
});

export const listSlaPolicies = defineAction({
  key: 'list_sla_policies',
  effect: 'READ',
  description: {
    en: 'Lists the service levels of the account: how soon tickets of each priority are answered and solved, and for whom. The API key’s agent has to be an administrator. For tickets that missed theirs use list_overdue_tickets.',
    fr: 'Liste les niveaux de service du compte : sous quel délai les tickets de chaque priorité reçoivent réponse et solution, et pour qui. L’agent de la clé d’API doit être administrateur. Pour les tickets qui ont manqué le leur, utilisez list_overdue_tickets.',
  },
  input: z.object({}),
  output: z.object({ items: z.array(policySchema) }),
  run: async (client) => ({ items: await client.get('/sla_policies', { reply: z.array(policySchema) }) }),
});
