import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cursorInput, cursorPage } from '../../../families/meta/cursor-page.js';
import { mediaFields, mediaSchema } from '../media.js';

export const listStories = defineAction({
  key: 'list_stories',
  effect: 'READ',
  description: {
    en: 'Lists the stories that are visible now, those of the last 24 hours; older ones and reshared ones are not told.',
    fr: 'Liste les stories visibles en ce moment, celles des dernières 24 heures ; les plus anciennes et les repartages ne sont pas donnés.',
  },
  input: z.object({ limit: z.int().min(1).max(100).default(25), cursor: cursorInput }),
  output: z.object({ items: z.array(mediaSchema), nextCursor: z.string().nullable() }),
  run: (client, { limit, cursor }) =>
    client.get('/stories', {
      base: 'account',
      query: { fields: mediaFields, limit, after: cursor },
      reply: cursorPage(mediaSchema),
    }),
});
