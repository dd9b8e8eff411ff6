import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const trendsReply = z.object({
  data: z
    .array(
      z.object({
        trend_name: z.string().nullish(),
        category: z.string().nullish(),
        post_count: z.union([z.string(), z.number()]).nullish(),
        trending_since: z.string().nullish(),
      }),
    )
    .nullish(),
});

export const getPersonalTrends = defineAction({
  key: 'get_personal_trends',
  effect: 'READ',
  description: {
    en: 'Lists the trends that X picks for this account, with their category. For accounts with X Premium; at most 10 requests in 15 minutes. About $0.01 a request.',
    fr: 'Liste les tendances que X choisit pour ce compte, avec leur catégorie. Pour les comptes X Premium ; 10 requêtes par quart d’heure au plus. Environ 0,01 $ par requête.',
  },
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        trend: z.string(),
        category: z.string().nullish(),
        posts: z.string().nullable().describe('As X writes it: “12.5K posts”'),
        trending_since: z.string().nullish(),
      }),
    ),
  }),
  async run(client) {
    const { data } = await client.get('/2/users/personalized_trends', {
      query: { 'personalized_trend.fields': 'category,post_count,trend_name,trending_since' },
      reply: trendsReply,
    });
    const items = (data ?? []).flatMap(({ trend_name: trend, post_count: posts, ...about }) =>
      trend ? [{ ...about, trend, posts: posts == null ? null : String(posts) }] : [],
    );
    return { items };
  },
});
