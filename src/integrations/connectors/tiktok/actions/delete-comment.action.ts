import { z } from 'zod';
import { accountId } from '../account.js';
import { defineAction } from '../../../core/define-action.js';
import { commentIdInput, doneOutput } from '../comment.js';

export const deleteComment = defineAction({
  key: 'delete_comment',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Deletes for good a comment that the account itself wrote on one of its videos. Those of others can be hidden only: set_comment_visibility.',
    fr: 'Supprime définitivement un commentaire que le compte a écrit lui-même sous une de ses vidéos. Ceux des autres ne peuvent qu’être masqués : set_comment_visibility.',
  },
  input: z.object({ commentId: commentIdInput }),
  output: doneOutput,
  async run(client, { commentId }) {
    const json = { business_id: await accountId(client), comment_id: commentId };
    await client.post('/business/comment/delete/', { json, reply: z.unknown() });
    return { done: true } as const;
  },
});
