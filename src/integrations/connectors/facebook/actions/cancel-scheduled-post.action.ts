import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { doneReply } from '../../../families/meta/done-reply.js';
import { PostAlreadyPublished } from '../facebook.errors.js';
import { asPage } from '../page-client.js';
import { postIdInput } from '../post.js';

const stateReply = z.object({ is_published: z.boolean() });

export const cancelScheduledPost = defineAction({
  key: 'cancel_scheduled_post',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Deletes a scheduled post of the Page before it is published. It refuses posts that are out already.',
    fr: 'Supprime une publication programmée de la Page avant sa mise en ligne. Refuse celles qui sont déjà en ligne.',
  },
  input: z.object({ postId: postIdInput }),
  output: doneReply,
  async run(client, { postId }) {
    const page = await asPage(client);
    const { is_published: isOut } = await page.get(route`/${postId}`, {
      query: { fields: 'id,is_published' },
      reply: stateReply,
    });
    if (isOut) throw new PostAlreadyPublished();
    return page.delete(route`/${postId}`, { reply: doneReply });
  },
});
