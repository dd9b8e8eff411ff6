import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import type { VendorClient } from '../../../core/vendor-client.js';
import { figuresOf, figuresSchema, postFields, postReply, postSchema, toPost, type Figures } from '../post.js';
import { toUser, userFields, userReply, userSchema } from '../user.js';

const accountReply = z.object({ data: userReply });
const timelineReply = z.object({ data: z.array(postReply).nullish() });

export const getAudienceOverview = defineAction({
  key: 'get_audience_overview',
  effect: 'READ',
  description: {
    en: 'Reads an account’s followers and what its latest posts reached, added up. X tells no age, country or gender of followers. About $0.01 for the account and $0.005 a post ($0.001 for the app owner’s own posts).',
    fr: 'Lit les abonnés d’un compte et la portée de ses derniers posts, additionnée. X ne donne ni âge, ni pays, ni genre des abonnés. Environ 0,01 $ pour le compte et 0,005 $ par post (0,001 $ pour ceux du propriétaire de l’application).',
  },
  input: z.object({
    username: z
      .string()
      .regex(/^[A-Za-z0-9_]{1,15}$/)
      .optional()
      .describe('Another account, without @; the connected one where it is left out'),
    since: z.iso.datetime().optional(),
    until: z.iso.datetime().optional(),
    posts: z.int().min(5).max(100).default(20).describe('How many of the latest posts; each one is billed'),
  }),
  output: z.object({
    account: userSchema,
    reach: figuresSchema.extend({ posts: z.int() }).describe('Of the posts below together'),
    posts: z.array(postSchema),
  }),
  async run(client, { username, since, until, posts: limit }) {
    const { data: account } = await accountOf(client, username);
    const { data } = await client.get(route`/2/users/${account.id}/tweets`, {
      query: {
        max_results: limit,
        start_time: since,
        end_time: until,
        exclude: 'retweets',
        'tweet.fields': postFields,
      },
      reply: timelineReply,
    });
    const posts = data ?? [];
    return {
      account: toUser(account),
      reach: { posts: posts.length, ...sumOf(posts.map(figuresOf)) },
      posts: posts.map(toPost),
    };
  },
});

function accountOf(client: VendorClient, username: string | undefined): Promise<z.output<typeof accountReply>> {
  const request = { query: { 'user.fields': userFields }, reply: accountReply };
  if (username === undefined) return client.get('/2/users/me', request);
  return client.get(route`/2/users/by/username/${username}`, request);
}

function sumOf(figures: readonly Figures[]): Figures {
  const sum = (name: keyof Figures) => figures.reduce((total, each) => total + each[name], 0);
  return {
    impressions: sum('impressions'),
    likes: sum('likes'),
    replies: sum('replies'),
    reposts: sum('reposts'),
    quotes: sum('quotes'),
    bookmarks: sum('bookmarks'),
  };
}
