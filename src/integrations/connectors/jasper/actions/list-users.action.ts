import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { listReply, nextPage, pageCursor } from '../list-reply.js';

const user = z.object({
  id: z.string().describe('The userId of save_document'),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  email: z.string().nullish(),
});

export const listUsers = defineAction({
  key: 'list_users',
  effect: 'READ',
  description: {
    en: 'Lists the users of the workspace; save_document needs the id of one.',
    fr: 'Liste les utilisateurs de l’espace de travail ; save_document a besoin de l’identifiant de l’un d’eux.',
  },
  input: z.object({ limit: z.int().min(1).max(100).default(50), cursor: pageCursor }),
  output: z.object({ items: z.array(user), nextCursor: z.string().nullable() }),
  async run(client, { limit, cursor }) {
    const found = await client.get('/users', { query: { limit, page: cursor }, reply: listReply(user) });
    return { items: found.items, nextCursor: nextPage(found, { page: Number(cursor), size: limit }) };
  },
});
