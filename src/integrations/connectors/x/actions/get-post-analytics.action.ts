import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { idSchema } from '../post-input.js';

const figure = z.number().nullish();
const metricsSchema = z.object({
  impressions: figure,
  engagements: figure,
  likes: figure,
  replies: figure,
  retweets: figure,
  quote_tweets: figure,
  bookmarks: figure,
  shares: figure,
  follows: figure,
  url_clicks: figure,
  user_profile_clicks: figure,
  detail_expands: figure,
  hashtag_clicks: figure,
  media_views: figure,
});
const timedMetrics = z.object({ timestamp: z.string().nullish(), metrics: metricsSchema.nullish() });
const analyticsReply = z.object({
  data: z
    .array(metricsSchema.extend({ id: z.string().nullish(), timestamped_metrics: z.array(timedMetrics).nullish() }))
    .nullish(),
});

const fields = ['id', ...Object.keys(metricsSchema.shape)].join(',');

export const getPostAnalytics = defineAction({
  key: 'get_post_analytics',
  effect: 'READ',
  description: {
    en: 'Reads the figures of the account’s own posts over time: impressions, engagements, clicks, follows gained. Not for posts of others, and not by a bearer token.',
    fr: 'Lit les chiffres des posts du compte dans le temps : impressions, engagements, clics, abonnements gagnés. Ni pour les posts d’autrui, ni avec un jeton Bearer.',
  },
  input: z.object({
    postIds: z.array(idSchema).min(1).max(100),
    since: z.iso.datetime(),
    until: z.iso.datetime(),
    granularity: z.enum(['hourly', 'daily', 'weekly', 'total']).default('total'),
  }),
  output: z.object({
    items: z.array(z.object({ id: z.string(), metrics: metricsSchema, series: z.array(timedMetrics) })),
  }),
  async run(client, { postIds, since, until, granularity }) {
    const { data } = await client.get('/2/tweets/analytics', {
      query: {
        ids: postIds.join(','),
        start_time: since,
        end_time: until,
        granularity,
        'analytics.fields': fields,
      },
      reply: analyticsReply,
    });
    const items = (data ?? []).flatMap(({ id, timestamped_metrics: series, ...metrics }) =>
      id ? [{ id, metrics, series: series ?? [] }] : [],
    );
    return { items };
  },
});
