import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { doneReply } from '../../../families/meta/done-reply.js';
import { commentIdInput } from '../comment.js';

export const deleteComment = defineAction({
  key: 'delete_comment',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Deletes a comment on one of the account’s posts for good, with its replies.',
    fr: 'Supprime définitivement un commentaire d’une publication du compte, avec ses réponses.',
  },
  input: z.object({ commentId: commentIdInput }),
  output: doneReply,
  run: (client, { commentId }) => client.delete(route`/${commentId}`, { reply: doneReply }),
});
