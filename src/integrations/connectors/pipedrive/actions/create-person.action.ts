import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { dataOf } from '../pipedrive-page.js';

const contactPoint = z.object({
  value: z.string().nullish(),
  primary: z.boolean().nullish(),
  label: z.string().nullish(),
});

const personSchema = z.object({
  id: z.int(),
  name: z.string().nullish(),
  owner_id: z.int().nullish(),
  org_id: z.int().nullish(),
  emails: z.array(contactPoint).nullish(),
  phones: z.array(contactPoint).nullish(),
});

const label = z.enum(['work', 'home', 'mobile', 'other']).default('work');

export const createPerson = defineAction({
  key: 'create_person',
  effect: 'WRITE',
  description: {
    en: 'Creates a person. Pipedrive does not refuse a second person with the same e-mail: look with search_items (email, exactMatch) first. The first e-mail and the first phone are the primary ones.',
    fr: 'Crée une personne. Pipedrive ne refuse pas une seconde personne avec le même e-mail : cherchez d’abord avec search_items (email, exactMatch). Le premier e-mail et le premier téléphone sont les principaux.',
  },
  input: z.object({
    name: z.string().min(1).max(255),
    emails: z
      .array(z.object({ value: z.email(), label }))
      .max(10)
      .optional(),
    phones: z
      .array(z.object({ value: z.string().min(3).max(40), label }))
      .max(10)
      .optional(),
    organizationId: z.int().positive().optional(),
    ownerId: z.int().positive().optional().describe('From list_users; default the owner of the credentials'),
    labelIds: z.array(z.int()).max(50).optional(),
  }),
  output: personSchema,
  async run(client, { name, emails, phones, organizationId, ownerId, labelIds }) {
    const json = {
      name,
      emails: firstIsPrimary(emails),
      phones: firstIsPrimary(phones),
      org_id: organizationId,
      owner_id: ownerId,
      label_ids: labelIds,
    };
    return (await client.post('/persons', { json, reply: dataOf(personSchema) })).data;
  },
});

function firstIsPrimary(points: readonly { value: string; label: string }[] | undefined) {
  return points?.map((point, index) => ({ ...point, primary: index === 0 }));
}
