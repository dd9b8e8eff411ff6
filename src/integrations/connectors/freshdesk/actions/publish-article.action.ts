import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { articleSchema } from '../article.js';

export const publishArticle = defineAction({
  key: 'publish_article',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Publishes an article in the customer portal, or takes it back as a draft. Who can see it depends on its folder’s visibility.',
    fr: 'Publie un article dans le portail client, ou le retire comme brouillon. Qui peut le voir dépend de la visibilité de son dossier.',
  },
  input: z.object({ articleId: z.int().positive(), published: z.boolean().default(true) }),
  output: articleSchema,
  run: (client, { articleId, published }) =>
    client.put(route`/solutions/articles/${articleId}`, { json: { status: published ? 2 : 1 }, reply: articleSchema }),
});
