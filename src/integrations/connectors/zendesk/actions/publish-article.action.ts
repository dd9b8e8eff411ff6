import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { locale, translationReply } from '../article.js';

export const publishArticle = defineAction({
  key: 'publish_article',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Publishes an article of the help centre in one language, or takes it back as a draft. Who can read it depends on its user segment.',
    fr: 'Publie un article du centre d’aide dans une langue, ou le retire comme brouillon. Qui peut le lire dépend de son segment d’utilisateurs.',
  },
  input: z.object({ articleId: z.int().positive(), locale, published: z.boolean().default(true) }),
  output: translationReply.shape.translation,
  async run(client, { articleId, locale: language, published }) {
    const path = route`/help_center/articles/${articleId}/translations/${language}`;
    const json = { translation: { draft: !published } };
    return (await client.put(path, { json, reply: translationReply })).translation;
  },
});
