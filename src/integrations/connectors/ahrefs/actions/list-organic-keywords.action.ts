import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { columnsOf, report, today, unitsUsed, where } from '../report.js';
import { countryInput, dayInput, limitInput, siteInput } from '../report-input.js';

const keywordSchema = z.object({
  keyword: z.string().nullish(),
  keyword_country: z.string().nullish(),
  volume: z.number().nullish(),
  keyword_difficulty: z.number().nullish(),
  best_position: z.number().nullish(),
  best_position_url: z.string().nullish(),
  sum_traffic: z.number().nullish().describe('Estimated visits a month'),
  cpc: z.number().nullish().describe('US cents'),
  is_branded: z.boolean().nullish(),
});
const comparedSchema = z.object({
  best_position_prev: z.number().nullish(),
  best_position_diff: z.number().nullish(),
  sum_traffic_prev: z.number().nullish(),
});
const rowSchema = keywordSchema.extend(comparedSchema.shape);
const keywordsReply = z.object({ keywords: z.array(rowSchema).nullish() });

export const listOrganicKeywords = defineAction({
  key: 'list_organic_keywords',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Keywords that a site, one’s own or a competitor’s, ranks for, those with the most traffic first. For the gap to a competitor, ask for both sites and compare. About 36 API units a row, 48 with a comparison date: 25 rows cost some 900.',
    fr: 'Mots-clés sur lesquels un site, le vôtre ou celui d’un concurrent, se positionne, ceux avec le plus de trafic d’abord. Pour l’écart avec un concurrent, demandez les deux sites et comparez. Environ 36 unités d’API par ligne, 48 avec une date de comparaison : 25 lignes en coûtent quelque 900.',
  },
  input: siteInput.extend({
    comparedTo: dayInput.optional(),
    country: countryInput,
    minVolume: z.int().min(0).optional(),
    maxDifficulty: z.int().min(0).max(100).optional(),
    maxPosition: z.int().min(1).max(100).optional(),
    keywordContains: z.string().min(1).max(100).optional(),
    limit: limitInput,
  }),
  output: z.object({ items: z.array(rowSchema), unitsUsed }),
  async run(client, { target, mode, date = today(client), comparedTo, country, limit, ...filters }) {
    const { body, unitsUsed: units } = await report(client, '/site-explorer/organic-keywords', {
      query: {
        target,
        mode,
        date,
        date_compared: comparedTo,
        country,
        limit,
        select: comparedTo === undefined ? columnsOf(keywordSchema) : columnsOf(keywordSchema, comparedSchema),
        where: where(
          ['volume', 'gte', filters.minVolume],
          ['keyword_difficulty', 'lte', filters.maxDifficulty],
          ['best_position', 'lte', filters.maxPosition],
          ['keyword', 'substring', filters.keywordContains],
        ),
        order_by: 'sum_traffic:desc',
      },
      reply: keywordsReply,
    });
    return { items: body.keywords ?? [], unitsUsed: units };
  },
});
