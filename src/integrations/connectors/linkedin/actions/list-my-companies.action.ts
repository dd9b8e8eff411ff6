import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { memberRoles } from '../member-roles.js';
import { cursorSchema, nextCursorOf, startOf } from '../paging.js';

export const listMyCompanies = defineAction({
  key: 'list_my_companies',
  effect: 'READ',
  description: {
    en: 'Lists the pages on which the connected member has a role, with that role. Names: lookup_company with the numbers.',
    fr: 'Liste les pages sur lesquelles le membre connecté a un rôle, avec ce rôle. Noms : lookup_company avec les numéros.',
  },
  input: z.object({ limit: z.int().min(1).max(100).default(20), cursor: cursorSchema }),
  output: z.object({
    items: z.array(z.object({ organizationId: z.string(), role: z.string().nullish() })),
    nextCursor: z.string().nullable(),
  }),
  async run(client, { limit, cursor }) {
    const start = startOf(cursor);
    const { elements, paging } = await memberRoles(client, { count: limit, start });
    const items = elements.map(({ organization, role }) => ({
      organizationId: organization.split(':').pop() ?? '',
      role,
    }));
    return { items, nextCursor: nextCursorOf({ paging, start, limit, found: elements.length }) };
  },
});
