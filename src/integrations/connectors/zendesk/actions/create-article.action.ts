import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { locale } from '../article.js';

const articleReply = z.object({
  article: z.object({
    id: z.int(),
    title: z.string().nullish(),
    html_url: z.string().nullish(),
    draft: z.boolean().nullish(),
    locale: z.string().nullish(),
    section_id: z.number().nullish(),
  }),
});

export const createArticle = defineAction({
  key: 'create_article',
  effect: 'WRITE',
  description: {
    en: 'Writes an article into a section of the help centre, as a draft; subscribers are not told. publish_article makes it public. There is no idempotency key: search before trying again.',
    fr: 'Écrit un article dans une section du centre d’aide, comme brouillon ; les abonnés ne sont pas avertis. publish_article le rend public. Il n’y a pas de clé d’idempotence : cherchez avant de réessayer.',
  },
  input: z.object({
    locale,
    sectionId: z.int().positive().describe('From list_article_places'),
    permissionGroupId: z.int().positive().describe('Who may edit it, from list_article_places'),
    userSegmentId: z.int().positive().optional().describe('Who may read it once published; everyone where left out'),
    title: z.string().min(1).max(255),
    body: z.string().min(1).describe('HTML; unsafe tags are taken out'),
  }),
  output: articleReply.shape.article,
  async run(client, { locale: language, sectionId, permissionGroupId, userSegmentId, title, body }) {
    const json = {
      article: {
        title,
        body,
        locale: language,
        permission_group_id: permissionGroupId,
        user_segment_id: userSegmentId ?? null,
        draft: true,
      },
      notify_subscribers: false,
    };
    const path = route`/help_center/${language}/sections/${sectionId}/articles`;
    return (await client.post(path, { json, reply: articleReply })).article;
  },
});
