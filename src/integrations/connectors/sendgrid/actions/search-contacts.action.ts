import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const contact = z.object({
  id: z.string(),
  email: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  city: z.string().nullish(),
  country: z.string().nullish(),
  list_ids: z.array(z.string()).nullish(),
  segment_ids: z.array(z.string()).nullish(),
  custom_fields: z.record(z.string(), z.unknown()).nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
});

/** https://www.twilio.com/docs/sendgrid/api-reference/contacts/search-contacts */
export const searchContacts = defineAction({
  key: 'search_contacts',
  effect: 'READ',
  description: {
    en: 'Finds contacts by a query in SendGrid’s query language. Gives 50 at most, and how many match in all; narrow the query for others. E-mails are stored in lower case.',
    fr: 'Trouve des contacts par une requête dans le langage de SendGrid. En donne 50 au plus, et le nombre total ; affinez la requête pour les autres. Les e-mails sont stockés en minuscules.',
  },
  input: z.object({
    query: z.string().min(1).describe("email LIKE 'lea%' AND CONTAINS(list_ids, 'id of a list')"),
  }),
  output: z.object({ items: z.array(contact), total: z.number().nullable() }),
  async run(client, { query }) {
    const { result, contact_count: total } = await client.post('/marketing/contacts/search', {
      json: { query },
      reply: z.object({ result: z.array(contact).nullish(), contact_count: z.number().nullish() }),
      readOnly: true,
    });
    return { items: result ?? [], total: total ?? null };
  },
});
