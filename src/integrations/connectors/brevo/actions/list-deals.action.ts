import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { deal } from '../deal.js';
import { nextOffset, offsetCursor } from '../page.js';

const found = z.object({ items: z.array(deal).nullish() });

export const listDeals = defineAction({
  key: 'list_deals',
  effect: 'READ',
  description: {
    en: 'Lists deals, newest first; stages and pipelines come as ids of list_pipelines. Counts among the 100 general requests of an hour.',
    fr: 'Liste les affaires, les plus récentes d’abord ; étapes et pipelines sont des identifiants de list_pipelines. Compte parmi les 100 requêtes générales par heure.',
  },
  input: z.object({
    name: z.string().min(1).optional().describe('Name of the deal'),
    contactId: z.int().positive().optional(),
    companyId: z.string().min(1).optional(),
    modifiedSince: z.iso.datetime({ offset: true }).optional(),
    createdSince: z.iso.datetime({ offset: true }).optional(),
    limit: z.int().min(1).max(100).default(50),
    cursor: offsetCursor,
  }),
  output: z.object({ items: z.array(deal), nextCursor: z.string().nullable() }),
  async run(client, { name, contactId, companyId, cursor, limit, ...since }) {
    const { items: deals } = await client.get('/crm/deals', {
      query: {
        'filters[attributes.deal_name]': name,
        'filters[linkedContactsIds]': contactId,
        'filters[linkedCompaniesIds]': companyId,
        ...since,
        limit,
        offset: cursor,
      },
      reply: found,
    });
    const items = deals ?? [];
    return { items, nextCursor: nextOffset(cursor, { length: items.length, limit }) };
  },
});
