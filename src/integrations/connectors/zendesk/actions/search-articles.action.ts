import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { locale } from '../article.js';
import { nextNumber, numberedPage, pageNumber } from '../page.js';

const articleSchema = z.object({
  id: z.int(),
  title: z.string().nullish(),
  html_url: z.string().nullish(),
  snippet: z.string().nullish(),
  body: z.string().nullish().describe('HTML'),
  locale: z.string().nullish(),
  draft: z.boolean().nullish(),
  section_id: z.number().nullish(),
  updated_at: z.string().nullish(),
});

const found = numberedPage.extend({ results: z.array(articleSchema) });

export const searchArticles = defineAction({
  key: 'search_articles',
  effect: 'READ',
  description: {
    en: 'Finds articles of the help centre, with their text. Articles that the agent may not see are left out.',
    fr: 'Cherche des articles du centre d’aide, avec leur texte. Les articles que l’agent ne peut pas voir sont exclus.',
  },
  input: z.object({
    query: z.string().min(1).max(255),
    locale: locale.optional(),
    sectionId: z.int().positive().optional(),
    limit: z.int().min(1).max(100).default(10),
    cursor: pageNumber,
  }),
  output: z.object({ items: z.array(articleSchema), nextCursor: z.string().nullable() }),
  async run(client, { query, locale: language, sectionId, limit, cursor }) {
    const page = await client.get('/help_center/articles/search', {
      query: { query, locale: language, section: sectionId, per_page: limit, page: cursor },
      reply: found,
    });
    return { items: page.results, nextCursor: nextNumber(page) };
  },
});
