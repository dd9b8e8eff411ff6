import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cursorPages, filters, nextAfter, searchBody, searchInput } from '../search.js';

const contactSchema = z.object({
  id: z.string(),
  role: z.string().nullish().describe('user or lead'),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  name: z.string().nullish(),
  external_id: z.string().nullish(),
  unsubscribed_from_emails: z.boolean().nullish(),
  last_seen_at: z.number().nullish().describe('Unix seconds'),
  last_replied_at: z.number().nullish(),
  created_at: z.number().nullish(),
  custom_attributes: z.record(z.string(), z.unknown()).nullish(),
});

const found = cursorPages.extend({ data: z.array(contactSchema) });

export const searchContacts = defineAction({
  key: 'search_contacts',
  effect: 'READ',
  description: {
    en: 'Finds users and leads by up to 15 filters: a segment made on the spot. Changes are found after some seconds to minutes; merged and archived contacts are not.',
    fr: 'Cherche des utilisateurs et prospects par 15 filtres au plus : un segment fait sur le moment. Les changements se trouvent après quelques secondes à minutes ; les contacts fusionnés ou archivés, non.',
  },
  input: z.object({
    filters: filters(
      'Fields: role (user, lead), email, name, phone, external_id, created_at, signed_up_at, last_seen_at, last_replied_at (Unix seconds, > and < only), segment_id, tag_id, unsubscribed_from_emails, location.country, custom_attributes.<name> and more',
    ),
    ...searchInput,
    limit: z.int().min(1).max(150).default(20),
  }),
  output: z.object({ items: z.array(contactSchema), total: z.int().nullable(), nextCursor: z.string().nullable() }),
  async run(client, input) {
    const page = await client.post('/contacts/search', { json: searchBody(input), readOnly: true, reply: found });
    return { items: page.data, total: page.total_count ?? null, nextCursor: nextAfter(page) };
  },
});
