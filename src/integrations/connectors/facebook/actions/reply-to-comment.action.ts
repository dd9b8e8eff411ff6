import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { commentIdInput } from '../comment.js';
import { asPage } from '../page-client.js';

const replyId = z.object({ id: z.string() });

export const replyToComment = defineAction({
  key: 'reply_to_comment',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Answers a comment publicly, as the Page; with the id of a post, comments on that.',
    fr: 'Répond publiquement à un commentaire, au nom de la Page ; avec l’identifiant d’une publication, commente celle-ci.',
  },
  input: z.object({ commentId: commentIdInput, message: z.string().min(1).max(8000) }),
  output: replyId,
  async run(client, { commentId, message }) {
    const page = await asPage(client);
    return page.post(route`/${commentId}/comments`, { json: { message }, reply: replyId });
  },
});
