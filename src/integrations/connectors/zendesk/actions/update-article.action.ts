import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { locale, translationReply } from '../article.js';

export const updateArticle = defineAction({
  key: 'update_article',
  effect: 'WRITE',
  description: {
    en: 'Changes the title or text of an article in one language; what is left out stays. Readers see the change of a published article at once.',
    fr: 'Change le titre ou le texte d’un article dans une langue ; ce qui est omis reste. Les lecteurs voient aussitôt le changement d’un article publié.',
  },
  input: z.object({
    articleId: z.int().positive(),
    locale,
    title: z.string().min(1).max(255).optional(),
    body: z.string().min(1).optional().describe('The whole text, HTML; unsafe tags are taken out'),
  }),
  output: translationReply.shape.translation,
  async run(client, { articleId, locale: language, title, body }) {
    const path = route`/help_center/articles/${articleId}/translations/${language}`;
    return (await client.put(path, { json: { translation: { title, body } }, reply: translationReply })).translation;
  },
});
