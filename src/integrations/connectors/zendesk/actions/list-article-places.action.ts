import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { locale } from '../article.js';

const named = z.object({ id: z.int(), name: z.string().nullish() });
const sectionsReply = z.object({ sections: z.array(named.extend({ category_id: z.number().nullish() })) });
const groupsReply = z.object({ permission_groups: z.array(named) });

export const listArticlePlaces = defineAction({
  key: 'list_article_places',
  effect: 'READ',
  description: {
    en: 'Lists what a new article needs: the sections of the help centre (the first 100) and the groups of people who may edit it.',
    fr: 'Liste ce qu’il faut à un nouvel article : les sections du centre d’aide (les 100 premières) et les groupes de personnes qui peuvent le modifier.',
  },
  input: z.object({ locale }),
  output: z.object({
    sections: sectionsReply.shape.sections,
    permissionGroups: groupsReply.shape.permission_groups,
  }),
  async run(client, { locale: language }) {
    const { sections } = await client.get(route`/help_center/${language}/sections`, {
      query: { per_page: 100 },
      reply: sectionsReply,
    });
    const { permission_groups } = await client.get('/guide/permission_groups', { reply: groupsReply });
    return { sections, permissionGroups: permission_groups };
  },
});
