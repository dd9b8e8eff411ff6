import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextCursorOf, pageQuery, reportRows } from '../api-v3.js';
import { cursorInput, databaseInput, databaseOf, keywordInput, limitInput } from '../inputs.js';
import { keywordColumns, keywordRow } from '../keyword.js';

const types = { RELATED: 'phrase_related', BROAD: 'phrase_fullsearch', QUESTIONS: 'phrase_questions' };

export const getRelatedKeywords = defineAction({
  key: 'get_related_keywords',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Keyword ideas around one keyword, the most searched first: related ones, longer ones that contain it, or questions. 40 API units a row, 20 for BROAD.',
    fr: 'Idées de mots-clés autour d’un mot-clé, les plus recherchés d’abord : apparentés, plus longs qui le contiennent, ou questions. 40 unités d’API par ligne, 20 pour BROAD.',
  },
  input: z.object({
    keyword: keywordInput,
    kind: z.enum(['RELATED', 'BROAD', 'QUESTIONS']).default('RELATED'),
    database: databaseInput,
    minVolume: z.int().min(1).optional(),
    limit: limitInput,
    cursor: cursorInput,
  }),
  output: z.object({ items: z.array(keywordRow), nextCursor: z.string().nullable() }),
  async run(client, { keyword, kind, database, minVolume, limit, cursor }) {
    const items = await reportRows(client, {
      type: types[kind],
      columns: keywordColumns,
      row: keywordRow,
      query: {
        phrase: keyword,
        database: databaseOf(client, database),
        display_sort: 'nq_desc',
        display_filter: minVolume === undefined ? undefined : `+|Nq|Gt|${minVolume - 1}`,
        ...pageQuery(limit, cursor),
      },
    });
    return { items, nextCursor: nextCursorOf(items, limit, cursor) };
  },
});
