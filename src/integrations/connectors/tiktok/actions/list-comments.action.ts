import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { answer } from '../api.js';
import { commentIdInput, commentSchema } from '../comment.js';
import { cursorInput, nextCursorOf, placeReply } from '../cursor-page.js';
import { videoIdInput } from '../video.js';

const commentsReply = answer(placeReply.extend({ comments: z.array(commentSchema).nullish() }));

export const listComments = defineAction({
  key: 'list_comments',
  effect: 'READ',
  description: {
    en: 'Lists the comments on one of the account’s videos, hidden ones too, each with up to three replies; with commentId all replies to that one. At most 30 a page, and sometimes fewer than asked for before the end.',
    fr: 'Liste les commentaires d’une vidéo du compte, masqués compris, chacun avec trois réponses au plus ; avec commentId, toutes les réponses à celui-ci. 30 par page au plus, parfois moins que demandé avant la fin.',
  },
  input: z.object({
    videoId: videoIdInput,
    commentId: commentIdInput.optional(),
    status: z.enum(['ALL', 'PUBLIC']).default('ALL'),
    sortBy: z.enum(['create_time', 'likes', 'replies']).default('create_time').describe('The highest first'),
    limit: z.int().min(1).max(30).default(20),
    cursor: cursorInput,
  }),
  output: z.object({ items: z.array(commentSchema), nextCursor: z.string().nullable() }),
  async run(client, { videoId, commentId, status, sortBy, limit, cursor }) {
    const path = commentId === undefined ? '/business/comment/list/' : '/business/comment/reply/list/';
    const { comments, ...place } = await client.get(path, {
      query: {
        video_id: videoId,
        comment_id: commentId,
        include_replies: commentId === undefined ? true : undefined,
        status,
        sort_field: sortBy,
        sort_order: 'desc',
        max_count: limit,
        cursor,
      },
      reply: commentsReply,
    });
    return { items: comments ?? [], nextCursor: nextCursorOf(place) };
  },
});
