import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cursorInput, cursorPage } from '../../../families/meta/cursor-page.js';
import { asPage } from '../page-client.js';

const counted = z.object({ summary: z.object({ total_count: z.int().nullish() }).nullish() }).nullish();
const post = z.object({
  id: z.string(),
  message: z.string().nullish(),
  created_time: z.string().nullish(),
  permalink_url: z.string().nullish(),
});
const postReply = post
  .extend({ shares: z.object({ count: z.int().nullish() }).nullish(), reactions: counted, comments: counted })
  .transform(({ shares, reactions, comments, ...kept }) => ({
    ...kept,
    shares_count: shares?.count ?? null,
    reactions_count: reactions?.summary?.total_count ?? null,
    comments_count: comments?.summary?.total_count ?? null,
  }));

export const listPosts = defineAction({
  key: 'list_posts',
  effect: 'READ',
  description: {
    en: 'Lists the posts that the Page has published, the newest first, with shares, reactions and comments. Reels are not among them. Views and clicks are read by get_post_analytics.',
    fr: 'Liste les publications en ligne de la Page, les plus récentes d’abord, avec partages, réactions et commentaires. Les reels n’y sont pas. Les vues et clics se lisent par get_post_analytics.',
  },
  input: z.object({ limit: z.int().min(1).max(100).default(25), cursor: cursorInput }),
  output: z.object({
    items: z.array(
      post.extend({
        shares_count: z.int().nullable(),
        reactions_count: z.int().nullable(),
        comments_count: z.int().nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  async run(client, { limit, cursor }) {
    const page = await asPage(client);
    const counts = 'shares,reactions.limit(0).summary(total_count),comments.limit(0).summary(total_count)';
    return page.get('/published_posts', {
      base: 'page',
      query: { fields: `id,message,created_time,permalink_url,${counts}`, limit, after: cursor },
      reply: cursorPage(postReply),
    });
  },
});
