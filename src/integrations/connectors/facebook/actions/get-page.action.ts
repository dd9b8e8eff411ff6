import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { asPage } from '../page-client.js';

const pageSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  category: z.string().nullish(),
  about: z.string().nullish(),
  link: z.string().nullish(),
  website: z.string().nullish(),
  followers_count: z.int().nullish(),
  fan_count: z.int().nullish().describe('Likes of the Page'),
});

export const getPage = defineAction({
  key: 'get_page',
  effect: 'READ',
  description: {
    en: 'Reads the Page itself: name, category, description, address, followers.',
    fr: 'Lit la Page elle-même : nom, catégorie, description, adresse, abonnés.',
  },
  input: z.object({}),
  output: pageSchema,
  async run(client) {
    const page = await asPage(client);
    const query = { fields: Object.keys(pageSchema.shape).join(',') };
    return page.get('/', { base: 'page', query, reply: pageSchema });
  },
});
