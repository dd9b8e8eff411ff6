import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const countsReply = z.object({
  data: z
    .array(
      z.object({
        start: z.string(),
        end: z.string(),
        post_count: z.number().nullish(),
        tweet_count: z.number().nullish(),
      }),
    )
    .nullish(),
  meta: z
    .object({
      next_token: z.string().nullish(),
      total_post_count: z.number().nullish(),
      total_tweet_count: z.number().nullish(),
    })
    .nullish(),
});

export const countPosts = defineAction({
  key: 'count_posts',
  effect: 'READ',
  description: {
    en: 'Counts the public posts of the last 7 days on a subject, by day, hour or minute: whether people talk about it, and when. About $0.005 a request, whatever the count.',
    fr: 'Compte les posts publics des 7 derniers jours sur un sujet, par jour, heure ou minute : si l’on en parle, et quand. Environ 0,005 $ par requête, quel que soit le nombre.',
  },
  input: z.object({
    query: z.string().min(1).max(512).describe('X search syntax, as for search_posts'),
    since: z.iso.datetime().optional().describe('At most 7 days back'),
    until: z.iso.datetime().optional(),
    granularity: z.enum(['minute', 'hour', 'day']).default('day'),
    cursor: z.string().optional().describe('nextCursor of the page before'),
  }),
  output: z.object({
    total: z.number().nullable().describe('Of this page'),
    items: z.array(z.object({ start: z.string(), end: z.string(), posts: z.number() })),
    nextCursor: z.string().nullable(),
  }),
  async run(client, { query, since, until, granularity, cursor }) {
    const { data, meta } = await client.get('/2/tweets/counts/recent', {
      query: { query, start_time: since, end_time: until, granularity, next_token: cursor },
      reply: countsReply,
    });
    return {
      total: meta?.total_post_count ?? meta?.total_tweet_count ?? null,
      items: (data ?? []).map(({ start, end, post_count, tweet_count }) => ({
        start,
        end,
        posts: post_count ?? tweet_count ?? 0,
      })),
      nextCursor: meta?.next_token ?? null,
    };
  },
});
