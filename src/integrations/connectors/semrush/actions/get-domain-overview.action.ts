import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { reportRows, type Columns } from '../api-v3.js';
import { databaseInput, databaseOf, domainInput, figure } from '../inputs.js';

const overviewRow = z.object({
  domain: z.string(),
  database: z.string().nullish(),
  rank: figure.describe('Among all domains by organic traffic; 1 is the top'),
  organicKeywords: figure,
  organicTraffic: figure.describe('Estimated visits a month'),
  organicCost: figure.describe('What that traffic would cost as ads, US dollars'),
  paidKeywords: figure,
  paidTraffic: figure,
  paidCost: figure,
});
const columns: Columns<typeof overviewRow> = {
  domain: 'Dn',
  database: 'Db',
  rank: 'Rk',
  organicKeywords: 'Or',
  organicTraffic: 'Ot',
  organicCost: 'Oc',
  paidKeywords: 'Ad',
  paidTraffic: 'At',
  paidCost: 'Ac',
};

export const getDomainOverview = defineAction({
  key: 'get_domain_overview',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Keywords, estimated traffic and ads of a domain, in one country or in the countries where it ranks best. Semrush’s estimates. 10 API units a country.',
    fr: 'Mots-clés, trafic estimé et annonces d’un domaine, dans un pays ou dans ceux où il est le mieux classé. Estimations de Semrush. 10 unités d’API par pays.',
  },
  input: z.object({
    domain: domainInput,
    database: databaseInput,
    countries: z.int().min(1).max(30).optional().describe('How many countries instead of one database'),
  }),
  output: z.object({ items: z.array(overviewRow) }),
  async run(client, { domain, database, countries }) {
    const query =
      countries === undefined
        ? { database: databaseOf(client, database), display_limit: 1 }
        : { display_limit: countries, display_sort: 'ot_desc' };
    const items = await reportRows(client, {
      type: 'domain_ranks',
      columns,
      row: overviewRow,
      query: { domain, ...query },
    });
    return { items };
  },
});
