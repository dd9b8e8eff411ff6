import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { postFields, postReply, postSchema, toPost } from '../post.js';
import { toUser, userReply, userSchema } from '../user.js';

const searchReply = z.object({
  data: z.array(postReply).nullish(),
  includes: z.object({ users: z.array(userReply).nullish() }).nullish(),
  meta: z.object({ next_token: z.string().nullish() }).nullish(),
});

const foundPost = postSchema.extend({
  author: userSchema.pick({ username: true, name: true, followers: true }).nullable().describe('Null unless asked for'),
});

export const searchPosts = defineAction({
  key: 'search_posts',
  effect: 'READ',
  description: {
    en: 'Finds public posts of the last 7 days. Each post costs about $0.005 of the account’s X credits, and each author who is asked for about $0.01, so ask for few. Reposts are not found.',
    fr: 'Trouve des posts publics des 7 derniers jours. Chaque post coûte environ 0,005 $ des crédits X du compte, et chaque auteur demandé environ 0,01 $ : demandez-en peu. Les reposts ne sont pas trouvés.',
  },
  input: z.object({
    query: z
      .string()
      .min(1)
      .max(512)
      .describe('X search syntax: words, "a phrase", #tag, from:name, lang:fr, has:images, -without, OR'),
    since: z.iso.datetime().optional().describe('At most 7 days back'),
    until: z.iso.datetime().optional(),
    withAuthors: z.boolean().default(false).describe('Names and followers of the authors; billed besides the posts'),
    order: z.enum(['recency', 'relevancy']).default('recency'),
    limit: z.int().min(10).max(50).default(10).describe('Posts a page; each one is billed'),
    cursor: z.string().optional().describe('nextCursor of the page before'),
  }),
  output: z.object({ items: z.array(foundPost), nextCursor: z.string().nullable() }),
  async run(client, { query, since, until, withAuthors, order, limit, cursor }) {
    const { data, includes, meta } = await client.get('/2/tweets/search/recent', {
      query: {
        query,
        start_time: since,
        end_time: until,
        sort_order: order,
        max_results: limit,
        next_token: cursor,
        'tweet.fields': postFields,
        ...(withAuthors && { expansions: 'author_id', 'user.fields': 'public_metrics' }),
      },
      reply: searchReply,
    });
    const users = new Map((includes?.users ?? []).map((user) => [user.id, toUser(user)]));
    const items = (data ?? []).map((post) => ({ ...toPost(post), author: users.get(post.author_id ?? '') ?? null }));
    return { items, nextCursor: meta?.next_token ?? null };
  },
});
