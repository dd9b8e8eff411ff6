import { z } from 'zod';
import { accountId } from '../account.js';
import { defineAction } from '../../../core/define-action.js';
import { answer } from '../api.js';
import { commentIdInput, commentText, writtenReply } from '../comment.js';
import { videoIdInput } from '../video.js';

export const createComment = defineAction({
  key: 'create_comment',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Comments on one of the account’s videos, or with commentId answers a comment there, publicly and as the account. At most 150 characters.',
    fr: 'Commente une vidéo du compte ou, avec commentId, répond à un commentaire, publiquement et au nom du compte. 150 caractères au plus.',
  },
  input: z.object({ videoId: videoIdInput, commentId: commentIdInput.optional(), text: commentText }),
  output: writtenReply,
  async run(client, { videoId, commentId, text }) {
    const path = commentId === undefined ? '/business/comment/create/' : '/business/comment/reply/create/';
    const business = await accountId(client);
    return client.post(path, {
      json: { business_id: business, video_id: videoId, comment_id: commentId, text },
      reply: answer(writtenReply),
    });
  },
});
