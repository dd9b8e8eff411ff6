import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextPageOf } from '../../../core/link-header.js';
import { contactSchema } from '../contact.js';
import { pageCursor } from '../page.js';

export const findContacts = defineAction({
  key: 'find_contacts',
  effect: 'READ',
  description: {
    en: 'Finds users of the customer portal by e-mail, phone, company or state. The smallest plan takes 20 such requests a minute.',
    fr: 'Cherche des utilisateurs du portail client par e-mail, téléphone, société ou état. La plus petite offre accepte 20 requêtes de ce type par minute.',
  },
  input: z.object({
    email: z.email().optional(),
    phone: z.string().min(3).optional().describe('As it stands in Freshdesk'),
    mobile: z.string().min(3).optional().describe('As it stands in Freshdesk'),
    companyId: z.int().positive().optional(),
    state: z.enum(['blocked', 'deleted', 'unverified', 'verified']).optional(),
    limit: z.int().min(1).max(100).default(30),
    cursor: pageCursor,
  }),
  output: z.object({ items: z.array(contactSchema), nextCursor: z.string().nullable() }),
  async run(client, { companyId, limit, cursor = '1', ...filters }) {
    const { body, headers } = await client.call('GET', '/contacts', {
      query: { ...filters, company_id: companyId, per_page: limit, page: cursor },
      reply: z.array(contactSchema),
    });
    return { items: body, nextCursor: nextPageOf(headers)?.searchParams.get('page') ?? null };
  },
});
