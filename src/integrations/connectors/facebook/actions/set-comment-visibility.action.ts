import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { doneReply } from '../../../families/meta/done-reply.js';
import { commentIdInput } from '../comment.js';
import { asPage } from '../page-client.js';

export const setCommentVisibility = defineAction({
  key: 'set_comment_visibility',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Hides a comment from everyone but its author and their friends, or shows it again.',
    fr: 'Masque un commentaire pour tous sauf son auteur et ses amis, ou l’affiche de nouveau.',
  },
  input: z.object({ commentId: commentIdInput, hidden: z.boolean() }),
  output: doneReply,
  async run(client, { commentId, hidden }) {
    const page = await asPage(client);
    return page.post(route`/${commentId}`, { json: { is_hidden: hidden }, reply: doneReply });
  },
});
