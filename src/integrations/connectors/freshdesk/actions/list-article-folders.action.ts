import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

const categorySchema = z.object({ id: z.int(), name: z.string().nullish() });
const folderSchema = z.object({
  id: z.int().describe('The folderId of articles'),
  name: z.string().nullish(),
  visibility: z.int().nullish().describe('1 everyone, 2 logged-in users, 3 agents, 4 chosen companies'),
  articles_count: z.number().nullish(),
});

export const listArticleFolders = defineAction({
  key: 'list_article_folders',
  effect: 'READ',
  description: {
    en: 'Lists the categories of the knowledge base or, with categoryId, the folders of one of them. Folders inside folders are not listed.',
    fr: 'Liste les catégories de la base de connaissances ou, avec categoryId, les dossiers de l’une d’elles. Les dossiers dans des dossiers ne sont pas listés.',
  },
  input: z.object({ categoryId: z.int().positive().optional() }),
  output: z.object({
    categories: z.array(categorySchema).describe('Empty with categoryId'),
    folders: z.array(folderSchema).describe('Empty without categoryId'),
  }),
  async run(client, { categoryId }) {
    if (categoryId === undefined) {
      return { categories: await client.get('/solutions/categories', { reply: z.array(categorySchema) }), folders: [] };
    }
    const path = route`/solutions/categories/${categoryId}/folders`;
    return { categories: [], folders: await client.get(path, { reply: z.array(folderSchema) }) };
  },
});
