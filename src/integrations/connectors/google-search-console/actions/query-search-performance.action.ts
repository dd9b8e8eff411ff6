import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { propertyInput, propertyOf } from '../property.js';
import { dayInput, filtersInput, querySearchAnalytics, searchRow, searchTypeInput } from '../search-analytics.js';

export const querySearchPerformance = defineAction({
  key: 'query_search_performance',
  effect: 'READ',
  description: {
    en: 'Clicks, impressions, click-through rate and average position in Google Search, grouped as asked. Final data are two to three days late. Rare queries are kept back by Google, so rows per query do not add up to the totals; ask without dimensions for totals. Only top rows are returned. Long ranges and query together with page cost the most quota.',
    fr: 'Clics, impressions, taux de clics et position moyenne dans la recherche Google, regroupés à la demande. Les données définitives ont deux à trois jours de retard. Google retient les requêtes rares : les lignes par requête ne s’additionnent donc pas aux totaux ; demandez sans dimensions pour les totaux. Seules les premières lignes sont renvoyées. Les longues périodes, et requête avec page, coûtent le plus de quota.',
  },
  input: z.object({
    siteUrl: propertyInput,
    startDate: dayInput,
    endDate: dayInput,
    dimensions: z
      .array(z.enum(['DATE', 'HOUR', 'QUERY', 'PAGE', 'COUNTRY', 'DEVICE', 'SEARCH_APPEARANCE']))
      .max(6)
      .optional()
      .describe('HOUR takes dataState HOURLY_ALL and the last 10 days only'),
    type: searchTypeInput,
    filters: filtersInput,
    aggregationType: z
      .enum(['AUTO', 'BY_PAGE', 'BY_PROPERTY'])
      .optional()
      .describe('BY_PROPERTY is refused together with PAGE'),
    dataState: z.enum(['FINAL', 'ALL', 'HOURLY_ALL']).default('FINAL').describe('ALL has fresh, incomplete days too'),
    limit: z.int().min(1).max(25_000).default(100),
    cursor: z.string().regex(/^\d+$/).optional().describe('nextCursor of the page before'),
  }),
  output: z.object({
    items: z.array(searchRow),
    firstIncomplete: z.string().nullable().describe('Day or hour from which the data may still change'),
    nextCursor: z.string().nullable(),
  }),
  async run(client, { siteUrl, limit, cursor = '0', ...query }) {
    const startRow = Number(cursor);
    const page = await querySearchAnalytics(client, propertyOf(client, siteUrl), {
      ...query,
      rowLimit: limit,
      startRow,
    });
    return {
      items: page.rows,
      firstIncomplete: page.firstIncomplete,
      nextCursor: page.rows.length === limit ? String(startRow + limit) : null,
    };
  },
});
