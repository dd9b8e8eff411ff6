import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { columnsOf, report, today, unitsUsed } from '../report.js';
import { countryInput, limitInput, siteInput } from '../report-input.js';

const pageSchema = z.object({
  url: z.string().nullish(),
  sum_traffic: z.number().nullish().describe('Estimated visits a month'),
  keywords: z.number().nullish(),
  top_keyword: z.string().nullish(),
  top_keyword_best_position: z.number().nullish(),
  referring_domains: z.number().nullish(),
  ur: z.number().nullish().describe('URL Rating, 0 to 100'),
});
const pagesReply = z.object({ pages: z.array(pageSchema).nullish() });

export const listTopPages = defineAction({
  key: 'list_top_pages',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Pages of a site with the most estimated search traffic. About 20 API units a row, at least 50.',
    fr: 'Pages d’un site avec le plus de trafic de recherche estimé. Environ 20 unités d’API par ligne, au moins 50.',
  },
  input: siteInput.extend({
    country: countryInput,
    limit: limitInput,
  }),
  output: z.object({ items: z.array(pageSchema), unitsUsed }),
  async run(client, { date = today(client), ...query }) {
    const { body, unitsUsed: units } = await report(client, '/site-explorer/top-pages', {
      query: { ...query, date, select: columnsOf(pageSchema), order_by: 'sum_traffic:desc' },
      reply: pagesReply,
    });
    return { items: body.pages ?? [], unitsUsed: units };
  },
});
