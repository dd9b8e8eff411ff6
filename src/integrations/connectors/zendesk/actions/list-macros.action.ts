import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextNumber, numberedPage, pageNumber } from '../page.js';

const macroSchema = z.object({
  id: z.int(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  active: z.boolean().nullish(),
  actions: z
    .array(z.object({ field: z.string().nullish() }))
    .nullish()
    .describe('The fields of a ticket that it sets'),
});

const macrosReply = numberedPage.extend({ macros: z.array(macroSchema) });

export const listMacros = defineAction({
  key: 'list_macros',
  effect: 'READ',
  description: {
    en: 'Lists the active macros that can be used on tickets, or those whose title has query in it; 100 a page.',
    fr: 'Liste les macros actives utilisables sur les tickets, ou celles dont le titre contient query ; 100 par page.',
  },
  input: z.object({ query: z.string().min(1).optional(), cursor: pageNumber }),
  output: z.object({ items: z.array(macroSchema), nextCursor: z.string().nullable() }),
  async run(client, { query, cursor }) {
    const page = await client.get(query === undefined ? '/macros' : '/macros/search', {
      query: { query, active: true, only_viewable: true, page: cursor },
      reply: macrosReply,
    });
    return { items: page.macros, nextCursor: nextNumber(page) };
  },
});
