import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { dataOf } from '../pipedrive-page.js';

const noteSchema = z.object({
  id: z.int(),
  content: z.string().nullish(),
  deal_id: z.int().nullish(),
  person_id: z.int().nullish(),
  org_id: z.int().nullish(),
  lead_id: z.string().nullish(),
  add_time: z.string().nullish(),
});

export const addNote = defineAction({
  key: 'add_note',
  effect: 'WRITE',
  description: {
    en: 'Adds a note to a deal, a person, an organization or a lead; at least one of them. Colleagues see it, customers do not. Pipedrive removes unsafe HTML.',
    fr: 'Ajoute une note à une affaire, une personne, une organisation ou un prospect ; au moins un des quatre. Les collègues la voient, pas les clients. Pipedrive retire le HTML dangereux.',
  },
  input: z
    .object({
      content: z.string().min(1).max(100_000).describe('HTML'),
      dealId: z.int().positive().optional(),
      personId: z.int().positive().optional(),
      organizationId: z.int().positive().optional(),
      leadId: z.uuid().optional(),
      pinned: z.boolean().default(false).describe('At the top of each of them'),
    })
    .refine(({ dealId, personId, organizationId, leadId }) => dealId ?? personId ?? organizationId ?? leadId, {
      message:
        'Name a deal, a person, an organization or a lead. | Indiquez une affaire, une personne, une organisation ou un prospect.',
    }),
  output: noteSchema,
  async run(client, { content, dealId, personId, organizationId, leadId, pinned }) {
    const pin = (id: number | string | undefined) => (pinned && id !== undefined ? 1 : undefined);
    const json = {
      content,
      deal_id: dealId,
      person_id: personId,
      org_id: organizationId,
      lead_id: leadId,
      pinned_to_deal_flag: pin(dealId),
      pinned_to_person_flag: pin(personId),
      pinned_to_organization_flag: pin(organizationId),
      pinned_to_lead_flag: pin(leadId),
    };
    return (await client.post('/notes', { base: 'v1', json, reply: dataOf(noteSchema) })).data;
  },
});
