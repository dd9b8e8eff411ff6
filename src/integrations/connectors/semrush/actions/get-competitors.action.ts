import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextCursorOf, pageQuery, reportRows, type Columns } from '../api-v3.js';
import { cursorInput, databaseInput, databaseOf, domainInput, figure, limitInput } from '../inputs.js';

const competitorRow = z.object({
  domain: z.string(),
  relevance: figure.describe('0 to 1'),
  commonKeywords: figure,
  organicKeywords: figure,
  organicTraffic: figure.describe('Estimated visits a month'),
  organicCost: figure.describe('What that traffic would cost as ads, US dollars'),
});
const columns: Columns<typeof competitorRow> = {
  domain: 'Dn',
  relevance: 'Cr',
  commonKeywords: 'Np',
  organicKeywords: 'Or',
  organicTraffic: 'Ot',
  organicCost: 'Oc',
};

export const getCompetitors = defineAction({
  key: 'get_competitors',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Domains that compete for the same keywords in Google in one country, the closest first. 40 API units a row.',
    fr: 'Domaines en concurrence sur les mêmes mots-clés dans Google dans un pays, les plus proches d’abord. 40 unités d’API par ligne.',
  },
  input: z.object({
    domain: domainInput,
    database: databaseInput,
    limit: limitInput,
    cursor: cursorInput,
  }),
  output: z.object({ items: z.array(competitorRow), nextCursor: z.string().nullable() }),
  async run(client, { domain, database, limit, cursor }) {
    const items = await reportRows(client, {
      type: 'domain_organic_organic',
      columns,
      row: competitorRow,
      query: {
        domain,
        database: databaseOf(client, database),
        display_sort: 'cr_desc',
        ...pageQuery(limit, cursor),
      },
    });
    return { items, nextCursor: nextCursorOf(items, limit, cursor) };
  },
});
