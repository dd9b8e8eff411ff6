import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { articleSchema } from '../article.js';

export const searchArticles = defineAction({
  key: 'search_articles',
  effect: 'READ',
  description: {
    en: 'Finds articles of the knowledge base by a keyword, with their text. Drafts can be among them: look at status.',
    fr: 'Cherche des articles de la base de connaissances par un mot-clé, avec leur texte. Des brouillons peuvent s’y trouver : regardez status.',
  },
  input: z.object({ term: z.string().min(1).max(255) }),
  output: z.object({ items: z.array(articleSchema) }),
  run: async (client, { term }) => ({
    items: await client.get('/search/solutions', { query: { term }, reply: z.array(articleSchema) }),
  }),
});
