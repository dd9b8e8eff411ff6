import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { organizationIdOf, organizationIdSchema, organizationUrn } from '../organization.js';
import { cursorSchema, nextCursorOf, pagingReply, startOf } from '../paging.js';
import { restliFind } from '../restli.js';

const postSchema = z.object({
  id: z.string(),
  author: z.string().nullish(),
  commentary: z.string().nullish(),
  lifecycleState: z.string().nullish(),
  visibility: z.string().nullish(),
  publishedAt: z.number().nullish().describe('Milliseconds since 1970'),
  lastModifiedAt: z.number().nullish(),
});
const postsReply = z.object({ elements: z.array(postSchema), paging: pagingReply });

export const listPosts = defineAction({
  key: 'list_posts',
  effect: 'READ',
  description: {
    en: 'Lists the posts of a page, the latest changed first. LinkedIn does not list a member’s own posts, and gives no figures here: see get_engagement_stats.',
    fr: 'Liste les posts d’une page, les derniers modifiés d’abord. LinkedIn ne liste pas les posts d’un membre, et ne donne ici aucun chiffre : voir get_engagement_stats.',
  },
  input: z.object({
    organizationId: organizationIdSchema,
    limit: z.int().min(1).max(100).default(10),
    cursor: cursorSchema,
  }),
  output: z.object({ items: z.array(postSchema), nextCursor: z.string().nullable() }),
  async run(client, { organizationId, limit, cursor }) {
    const author = organizationUrn(organizationIdOf(client, organizationId));
    const start = startOf(cursor);
    const { elements, paging } = await restliFind(client, '/posts', {
      method: 'FINDER',
      query: { q: 'author', author, count: limit, start, sortBy: 'LAST_MODIFIED' },
      reply: postsReply,
    });
    return { items: elements, nextCursor: nextCursorOf({ paging, start, limit, found: elements.length }) };
  },
});
