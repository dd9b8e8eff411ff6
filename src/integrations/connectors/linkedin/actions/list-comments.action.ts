import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cursorSchema, nextCursorOf, pagingReply, startOf } from '../paging.js';
import { restliKey } from '../restli.js';
import { postUrnSchema } from '../urn.js';

const commentsReply = z.object({
  elements: z.array(
    z.object({
      id: z.union([z.string(), z.number()]),
      commentUrn: z.string().nullish(),
      actor: z.string().nullish(),
      created: z.object({ time: z.number().nullish() }).nullish(),
      message: z.object({ text: z.string().nullish() }).nullish(),
      parentComment: z.string().nullish(),
      likesSummary: z.object({ totalLikes: z.number().nullish() }).nullish(),
    }),
  ),
  paging: pagingReply,
});

export const listComments = defineAction({
  key: 'list_comments',
  effect: 'READ',
  description: {
    en: 'Lists the comments on a post of a page. Authors come as URNs without names. Needs r_organization_social_feed.',
    fr: 'Liste les commentaires d’un post de page. Les auteurs sont des URN, sans nom. Demande r_organization_social_feed.',
  },
  input: z.object({ postUrn: postUrnSchema, limit: z.int().min(1).max(100).default(20), cursor: cursorSchema }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        commentUrn: z.string().nullish(),
        actor: z.string().nullish(),
        text: z.string().nullish(),
        createdAt: z.number().nullish().describe('Milliseconds since 1970'),
        parentComment: z.string().nullish(),
        likes: z.number().nullish(),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  async run(client, { postUrn, limit, cursor }) {
    const start = startOf(cursor);
    const { elements, paging } = await client.get(`/socialActions/${restliKey(postUrn)}/comments`, {
      query: { count: limit, start },
      reply: commentsReply,
    });
    const items = elements.map(({ id, created, message, likesSummary, ...comment }) => ({
      ...comment,
      id: String(id),
      text: message?.text,
      createdAt: created?.time,
      likes: likesSummary?.totalLikes,
    }));
    return { items, nextCursor: nextCursorOf({ paging, start, limit, found: elements.length }) };
  },
});
