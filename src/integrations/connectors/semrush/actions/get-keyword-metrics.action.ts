import { z } from 'zod';
import { reportRows } from '../api-v3.js';
import { defineAction } from '../../../core/define-action.js';
import { databaseInput, databaseOf, keywordInput } from '../inputs.js';
import { keywordColumns, keywordRow } from '../keyword.js';

export const getKeywordMetrics = defineAction({
  key: 'get_keyword_metrics',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Volume, difficulty, cost per click and intents of up to 100 keywords in one country. 10 API units for each keyword found; unknown ones are left out.',
    fr: 'Volume, difficulté, coût par clic et intentions de 100 mots-clés au plus, dans un pays. 10 unités d’API par mot-clé trouvé ; les inconnus sont omis.',
  },
  input: z.object({ keywords: z.array(keywordInput).min(1).max(100), database: databaseInput }),
  output: z.object({ items: z.array(keywordRow) }),
  async run(client, { keywords, database }) {
    const items = await reportRows(client, {
      type: 'phrase_these',
      columns: keywordColumns,
      row: keywordRow,
      query: { phrase: keywords.join(';'), database: databaseOf(client, database) },
    });
    return { items };
  },
});
