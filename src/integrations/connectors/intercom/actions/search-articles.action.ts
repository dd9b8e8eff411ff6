import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const articleSchema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  body: z.string().nullish().describe('HTML'),
  state: z.string().nullish(),
  url: z.string().nullish(),
  updated_at: z.number().nullish(),
});

const found = z.object({ data: z.object({ articles: z.array(articleSchema) }), total_count: z.int().nullish() });

export const searchArticles = defineAction({
  key: 'search_articles',
  effect: 'READ',
  description: {
    en: 'Finds articles of the help centre for an answer, with their text. Only the first page of results.',
    fr: 'Cherche des articles du centre d’aide pour une réponse, avec leur texte. Seulement la première page de résultats.',
  },
  input: z.object({
    phrase: z.string().min(1).max(255),
    state: z.enum(['published', 'draft', 'all']).default('published'),
  }),
  output: z.object({ items: z.array(articleSchema), total: z.int().nullable() }),
  async run(client, { phrase, state }) {
    const { data, total_count } = await client.get('/articles/search', { query: { phrase, state }, reply: found });
    return { items: data.articles, total: total_count ?? null };
  },
});
