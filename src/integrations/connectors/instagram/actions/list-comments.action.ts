import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { cursorInput, cursorPage } from '../../../families/meta/cursor-page.js';
import { commentFields, commentOutput, commentSchema } from '../comment.js';
import { mediaIdInput } from '../media.js';

export const listComments = defineAction({
  key: 'list_comments',
  effect: 'READ',
  description: {
    en: 'Lists the comments on one post, the newest first, at most 50 a page, with their first replies.',
    fr: 'Liste les commentaires d’une publication, les plus récents d’abord, 50 par page au plus, avec leurs premières réponses.',
  },
  input: z.object({ mediaId: mediaIdInput, limit: z.int().min(1).max(50).default(25), cursor: cursorInput }),
  output: z.object({ items: z.array(commentOutput), nextCursor: z.string().nullable() }),
  run: (client, { mediaId, limit, cursor }) =>
    client.get(route`/${mediaId}/comments`, {
      query: { fields: commentFields, limit, after: cursor },
      reply: cursorPage(commentSchema),
    }),
});
