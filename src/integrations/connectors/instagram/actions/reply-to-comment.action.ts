import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { commentIdInput } from '../comment.js';

const replyId = z.object({ id: z.string() });

export const replyToComment = defineAction({
  key: 'reply_to_comment',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Answers a comment on one of the account’s posts, publicly and as the account. Only first-level comments can be answered, and hidden ones cannot.',
    fr: 'Répond à un commentaire d’une publication du compte, publiquement et au nom du compte. On ne répond qu’aux commentaires de premier niveau, et pas à ceux qui sont masqués.',
  },
  input: z.object({ commentId: commentIdInput, message: z.string().min(1).max(300) }),
  output: replyId,
  run: (client, { commentId, message }) =>
    client.post(route`/${commentId}/replies`, { json: { message }, reply: replyId }),
});
