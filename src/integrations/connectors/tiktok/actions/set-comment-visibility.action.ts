import { z } from 'zod';
import { accountId } from '../account.js';
import { defineAction } from '../../../core/define-action.js';
import { commentIdInput, doneOutput } from '../comment.js';
import { videoIdInput } from '../video.js';

export const setCommentVisibility = defineAction({
  key: 'set_comment_visibility',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Hides a comment on one of the account’s videos, or shows it again; what TikTok itself or its author hid stays hidden, which only list_comments tells.',
    fr: 'Masque un commentaire d’une vidéo du compte, ou l’affiche de nouveau ; ce que TikTok ou son auteur a masqué le reste, et seul list_comments le dit.',
  },
  input: z.object({ videoId: videoIdInput, commentId: commentIdInput, hidden: z.boolean() }),
  output: doneOutput,
  async run(client, { videoId, commentId, hidden }) {
    const business = await accountId(client);
    const json = {
      business_id: business,
      video_id: videoId,
      comment_id: commentId,
      action: hidden ? 'HIDE' : 'UNHIDE',
    };
    await client.post('/business/comment/hide/', { json, reply: z.unknown() });
    return { done: true } as const;
  },
});
