import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextCursorOf, pageQuery, reportRows, type Columns } from '../api-v3.js';
import { cursorInput, databaseInput, databaseOf, domainInput, figure, limitInput } from '../inputs.js';

const rankingRow = z.object({
  keyword: z.string(),
  position: figure,
  previousPosition: figure.describe('0: not among the first hundred'),
  positionChange: figure,
  searchVolume: figure,
  cpc: figure.describe('US dollars'),
  url: z.string().nullish(),
  trafficShare: figure.describe('In % of the domain’s organic traffic'),
  difficulty: figure,
  competition: figure,
  intents: z.string().nullish().describe('0 commercial, 1 informational, 2 navigational, 3 transactional'),
});
const columns: Columns<typeof rankingRow> = {
  keyword: 'Ph',
  position: 'Po',
  previousPosition: 'Pp',
  positionChange: 'Pd',
  searchVolume: 'Nq',
  cpc: 'Cp',
  url: 'Ur',
  trafficShare: 'Tr',
  difficulty: 'Kd',
  competition: 'Co',
  intents: 'In',
};

export const getDomainKeywords = defineAction({
  key: 'get_domain_keywords',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Keywords for which a domain, one’s own or a competitor’s, is among the first hundred in Google, those with the most traffic first. 10 API units a row, 50 for a past month.',
    fr: 'Mots-clés pour lesquels un domaine, le vôtre ou celui d’un concurrent, figure parmi les cent premiers de Google, ceux avec le plus de trafic d’abord. 10 unités d’API par ligne, 50 pour un mois passé.',
  },
  input: z.object({
    domain: domainInput,
    database: databaseInput,
    month: z
      .string()
      .regex(/^20[1-9]\d-(0[1-9]|1[0-2])$/)
      .optional()
      .describe('YYYY-MM; default: the newest'),
    changed: z.enum(['new', 'lost', 'rise', 'fall']).optional().describe('Only keywords whose position did so'),
    limit: limitInput,
    cursor: cursorInput,
  }),
  output: z.object({ items: z.array(rankingRow), nextCursor: z.string().nullable() }),
  async run(client, { domain, database, month, changed, limit, cursor }) {
    const items = await reportRows(client, {
      type: 'domain_organic',
      columns,
      row: rankingRow,
      query: {
        domain,
        database: databaseOf(client, database),
        display_date: month && `${month.replace('-', '')}15`,
        display_positions: changed,
        display_sort: 'tr_desc',
        ...pageQuery(limit, cursor),
      },
    });
    return { items, nextCursor: nextCursorOf(items, limit, cursor) };
  },
});
