import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

const trendsReply = z.object({
  data: z.array(z.object({ trend_name: z.string().nullish(), tweet_count: z.number().nullish() })).nullish(),
});

export const getTrends = defineAction({
  key: 'get_trends',
  effect: 'READ',
  description: {
    en: 'Lists what trends on X in a country or city right now. About $0.01 a request. X tells no number of posts for small trends, and no past.',
    fr: 'Liste les tendances actuelles de X dans un pays ou une ville. Environ 0,01 $ par requête. X ne donne ni nombre de posts pour les petites tendances, ni historique.',
  },
  input: z.object({
    woeid: z
      .int()
      .positive()
      .default(1)
      .describe(
        'Place: 1 world, 23424819 France, 23424757 Belgium, 23424957 Switzerland, 23424775 Canada, 23424977 United States, 23424975 United Kingdom, 23424829 Germany, 23424950 Spain',
      ),
    limit: z.int().min(1).max(50).default(20),
  }),
  output: z.object({ items: z.array(z.object({ trend: z.string(), posts: z.number().nullable() })) }),
  async run(client, { woeid, limit }) {
    const { data } = await client.get(route`/2/trends/by/woeid/${woeid}`, {
      query: { max_trends: limit, 'trend.fields': 'trend_name,tweet_count' },
      reply: trendsReply,
    });
    const named = (data ?? []).filter(({ trend_name: name }) => name);
    return {
      items: named.map(({ trend_name, tweet_count }) => ({ trend: trend_name ?? '', posts: tweet_count ?? null })),
    };
  },
});
