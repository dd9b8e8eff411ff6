import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { doneReply } from '../../../families/meta/done-reply.js';
import { commentIdInput } from '../comment.js';

export const setCommentVisibility = defineAction({
  key: 'set_comment_visibility',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Hides a comment from everyone but its author, or shows it again. The account’s own comments cannot be hidden.',
    fr: 'Masque un commentaire pour tous sauf son auteur, ou l’affiche de nouveau. Les commentaires du compte lui-même ne se masquent pas.',
  },
  input: z.object({ commentId: commentIdInput, hidden: z.boolean() }),
  output: doneReply,
  run: (client, { commentId, hidden }) =>
    client.post(route`/${commentId}`, { json: { hide: hidden }, reply: doneReply }),
});
