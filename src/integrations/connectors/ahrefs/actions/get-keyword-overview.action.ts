import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { keywordInput, keywordSchema, keywordsReply } from '../keyword.js';
import { columnsOf, report, unitsUsed } from '../report.js';
import { ownCountryInput } from '../report-input.js';

export const getKeywordOverview = defineAction({
  key: 'get_keyword_overview',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Volume, difficulty, cost per click, traffic potential and intents of given keywords in one country. About 53 API units a keyword. A keyword that Ahrefs does not know is not in the answer.',
    fr: 'Volume, difficulté, coût par clic, potentiel de trafic et intentions de mots-clés donnés, dans un pays. Environ 53 unités d’API par mot-clé. Un mot-clé qu’Ahrefs ne connaît pas n’est pas dans la réponse.',
  },
  input: z.object({
    keywords: z.array(keywordInput).min(1).max(100),
    country: ownCountryInput,
  }),
  output: z.object({ items: z.array(keywordSchema), unitsUsed }),
  async run(client, { keywords, country = client.settings.text('defaultCountry') }) {
    const { body, unitsUsed: units } = await report(client, '/keywords-explorer/overview', {
      query: { keywords: keywords.join(','), country, select: columnsOf(keywordSchema), limit: keywords.length },
      reply: keywordsReply,
    });
    return { items: body.keywords ?? [], unitsUsed: units };
  },
});
