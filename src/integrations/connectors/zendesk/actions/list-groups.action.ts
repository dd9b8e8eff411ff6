import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextNumber, numberedPage, pageNumber } from '../page.js';

const groupSchema = z.object({ id: z.int(), name: z.string().nullish() });
const groupsReply = numberedPage.extend({ groups: z.array(groupSchema) });

export const listGroups = defineAction({
  key: 'list_groups',
  effect: 'READ',
  description: {
    en: 'Lists the groups of agents that tickets can be assigned to; 100 a page.',
    fr: 'Liste les groupes d’agents auxquels assigner des tickets ; 100 par page.',
  },
  input: z.object({ cursor: pageNumber }),
  output: z.object({ items: z.array(groupSchema), nextCursor: z.string().nullable() }),
  async run(client, { cursor }) {
    const page = await client.get('/groups/assignable', { query: { page: cursor }, reply: groupsReply });
    return { items: page.groups, nextCursor: nextNumber(page) };
  },
});
