import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { listReply, nextPage, pageCursor } from '../list-reply.js';

const audience = z.object({
  id: z.string().describe('The audienceId of other actions'),
  name: z.string().nullish(),
  description: z.string().nullish(),
  accessLevel: z.string().nullish(),
  updatedAt: z.string().nullish(),
});

export const listAudiences = defineAction({
  key: 'list_audiences',
  effect: 'READ',
  description: {
    en: 'Lists the audiences that texts can be written for; their messaging and language patterns are left out.',
    fr: 'Liste les audiences pour lesquelles écrire, sans leurs messages ni leurs habitudes de langage.',
  },
  input: z.object({ limit: z.int().min(1).max(100).default(50), cursor: pageCursor }),
  output: z.object({ items: z.array(audience), nextCursor: z.string().nullable() }),
  async run(client, { limit, cursor }) {
    const found = await client.get('/audiences', { query: { page: cursor, size: limit }, reply: listReply(audience) });
    return { items: found.items, nextCursor: nextPage(found, { page: Number(cursor), size: limit }) };
  },
});
