import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextOffset, offsetCursor } from '../page.js';

const list = z.object({
  id: z.int(),
  name: z.string(),
  folderId: z.number().nullish(),
  uniqueSubscribers: z.number().nullish(),
  totalBlacklisted: z.number().nullish(),
});
const found = z.object({ count: z.number().nullish(), lists: z.array(list).nullish() });

export const listContactLists = defineAction({
  key: 'list_contact_lists',
  effect: 'READ',
  description: {
    en: 'Lists the contact lists with their sizes, newest first. Campaigns go to lists or segments.',
    fr: 'Liste les listes de contacts et leur taille, les plus récentes d’abord. Les campagnes vont à des listes ou à des segments.',
  },
  input: z.object({ limit: z.int().min(1).max(50).default(50), cursor: offsetCursor }),
  output: z.object({ items: z.array(list), nextCursor: z.string().nullable() }),
  async run(client, { limit, cursor }) {
    const { count, lists } = await client.get('/contacts/lists', { query: { limit, offset: cursor }, reply: found });
    const items = lists ?? [];
    return { items, nextCursor: nextOffset(cursor, { length: items.length, limit, count }) };
  },
});
