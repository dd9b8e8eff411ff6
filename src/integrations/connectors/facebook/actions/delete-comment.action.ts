import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { doneReply } from '../../../families/meta/done-reply.js';
import { commentIdInput } from '../comment.js';
import { asPage } from '../page-client.js';

export const deleteComment = defineAction({
  key: 'delete_comment',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Deletes a comment on a post of the Page for good.',
    fr: 'Supprime définitivement un commentaire d’une publication de la Page.',
  },
  input: z.object({ commentId: commentIdInput }),
  output: doneReply,
  async run(client, { commentId }) {
    const page = await asPage(client);
    return page.delete(route`/${commentId}`, { reply: doneReply });
  },
});
