import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { articleSchema } from '../article.js';

export const createArticle = defineAction({
  key: 'create_article',
  effect: 'WRITE',
  description: {
    en: 'Writes an article into a folder of the knowledge base, as a draft that customers do not see. publish_article makes it public.',
    fr: 'Écrit un article dans un dossier de la base de connaissances, comme brouillon que les clients ne voient pas. publish_article le rend public.',
  },
  input: z.object({
    folderId: z.int().positive(),
    title: z.string().min(1),
    description: z.string().min(1).describe('The article, HTML'),
    tags: z.array(z.string()).optional(),
  }),
  output: articleSchema,
  run: (client, { folderId, ...article }) =>
    client.post(route`/solutions/folders/${folderId}/articles`, {
      json: { ...article, status: 1 },
      reply: articleSchema,
    }),
});
