import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { articleSchema } from '../article.js';

export const updateArticle = defineAction({
  key: 'update_article',
  effect: 'WRITE',
  description: {
    en: 'Changes the title, text or tags of an article; what is left out stays. Customers see the change of a published article at once.',
    fr: 'Change le titre, le texte ou les étiquettes d’un article ; ce qui est omis reste. Les clients voient aussitôt le changement d’un article publié.',
  },
  input: z.object({
    articleId: z.int().positive(),
    title: z.string().min(1).optional(),
    description: z.string().min(1).optional().describe('The whole article, HTML'),
    tags: z.array(z.string()).optional(),
  }),
  output: articleSchema,
  run: (client, { articleId, ...article }) =>
    client.put(route`/solutions/articles/${articleId}`, { json: article, reply: articleSchema }),
});
