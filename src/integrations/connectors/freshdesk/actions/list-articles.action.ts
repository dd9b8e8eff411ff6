import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { articleSchema } from '../article.js';
import { defineAction } from '../../../core/define-action.js';

export const listArticles = defineAction({
  key: 'list_articles',
  effect: 'READ',
  description: {
    en: 'Lists the articles of one folder, drafts included, with their views and votes.',
    fr: 'Liste les articles d’un dossier, brouillons compris, avec leurs vues et leurs votes.',
  },
  input: z.object({ folderId: z.int().positive() }),
  output: z.object({ items: z.array(articleSchema) }),
  run: async (client, { folderId }) => ({
    items: await client.get(route`/solutions/folders/${folderId}/articles`, { reply: z.array(articleSchema) }),
  }),
});
