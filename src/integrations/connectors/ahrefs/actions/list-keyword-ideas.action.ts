import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { keywordInput, keywordSchema, keywordsReply } from '../keyword.js';
import { columnsOf, report, unitsUsed, where } from '../report.js';
import { limitInput, ownCountryInput } from '../report-input.js';

export const listKeywordIdeas = defineAction({
  key: 'list_keyword_ideas',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Keywords that contain given words, or questions with them, the most searched first. About 53 API units a row: 25 rows cost some 1,325.',
    fr: 'Mots-clés qui contiennent des mots donnés, ou questions avec ces mots, les plus recherchés d’abord. Environ 53 unités d’API par ligne : 25 lignes en coûtent quelque 1 325.',
  },
  input: z.object({
    keywords: z.array(keywordInput).min(1).max(10),
    country: ownCountryInput,
    questionsOnly: z.boolean().default(false),
    match: z.enum(['terms', 'phrase']).default('terms').describe('phrase: the words in this very order'),
    minVolume: z.int().min(0).optional(),
    maxDifficulty: z.int().min(0).max(100).optional(),
    limit: limitInput,
  }),
  output: z.object({ items: z.array(keywordSchema), unitsUsed }),
  async run(client, { keywords, country = client.settings.text('defaultCountry'), questionsOnly, match, ...others }) {
    const { minVolume, maxDifficulty, limit } = others;
    const { body, unitsUsed: units } = await report(client, '/keywords-explorer/matching-terms', {
      query: {
        keywords: keywords.join(','),
        country,
        terms: questionsOnly ? 'questions' : 'all',
        match_mode: match,
        limit,
        select: columnsOf(keywordSchema),
        where: where(['volume', 'gte', minVolume], ['difficulty', 'lte', maxDifficulty]),
        order_by: 'volume:desc',
      },
      reply: keywordsReply,
    });
    return { items: body.keywords ?? [], unitsUsed: units };
  },
});
