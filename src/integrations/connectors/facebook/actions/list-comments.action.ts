import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { cursorInput, cursorPage } from '../../../families/meta/cursor-page.js';
import { commentFields, commentSchema } from '../comment.js';
import { asPage } from '../page-client.js';
import { postIdInput } from '../post.js';

export const listComments = defineAction({
  key: 'list_comments',
  effect: 'READ',
  description: {
    en: 'Lists the comments on a post of the Page, or with the id of a comment the answers to it, the newest first.',
    fr: 'Liste les commentaires d’une publication de la Page ou, avec l’identifiant d’un commentaire, ses réponses, les plus récents d’abord.',
  },
  input: z.object({
    postId: postIdInput,
    withAnswers: z.boolean().default(false).describe('Answers among the comments, in one list'),
    limit: z.int().min(1).max(100).default(25),
    cursor: cursorInput,
  }),
  output: z.object({ items: z.array(commentSchema), nextCursor: z.string().nullable() }),
  async run(client, { postId, withAnswers, limit, cursor }) {
    const page = await asPage(client);
    return page.get(route`/${postId}/comments`, {
      query: {
        fields: commentFields,
        filter: withAnswers ? 'stream' : 'toplevel',
        order: 'reverse_chronological',
        limit,
        after: cursor,
      },
      reply: cursorPage(commentSchema),
    });
  },
});
