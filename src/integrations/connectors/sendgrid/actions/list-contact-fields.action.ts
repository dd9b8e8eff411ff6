import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const field = z.object({
  id: z.string(),
  name: z.string().nullish(),
  field_type: z.string().nullish().describe('Text, Number or Date'),
});

/** https://www.twilio.com/docs/sendgrid/api-reference/custom-fields/get-all-field-definitions */
export const listContactFields = defineAction({
  key: 'list_contact_fields',
  effect: 'READ',
  description: {
    en: 'Lists the custom fields of contacts with the ids that upsert_contacts needs.',
    fr: 'Liste les champs personnalisés des contacts avec les identifiants dont upsert_contacts a besoin.',
  },
  input: z.object({}),
  output: z.object({ items: z.array(field) }),
  async run(client) {
    const { custom_fields: items } = await client.get('/marketing/field_definitions', {
      reply: z.object({ custom_fields: z.array(field).nullish() }),
    });
    return { items: items ?? [] };
  },
});
