import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { advertiserId } from '../advertiser.js';
import { answer } from '../api.js';
import { categories, countryInput, dateRangeInput, trendSchema } from '../hashtag.js';

const ranked = trendSchema.extend({
  rank_position: z.number().nullish(),
  rank_change: z
    .union([z.number(), z.string()])
    .nullish()
    .describe('Places won; NEW if it was not among the first 200'),
});

export const getTrendingHashtags = defineAction({
  key: 'get_trending_hashtags',
  effect: 'READ',
  description: {
    en: 'Lists the hashtags that trend on TikTok in a country and a trade, with rank, views and posts. Needs an ads account in the connection whose developer app has the permission Creative Management > Discovery; without it take suggest_hashtags.',
    fr: 'Liste les hashtags en tendance sur TikTok dans un pays et un secteur, avec rang, vues et publications. Demande dans la connexion un compte publicitaire dont l’app développeur a l’autorisation Creative Management > Discovery ; sinon, prenez suggest_hashtags.',
  },
  input: z.object({
    countryCode: countryInput,
    category: z.enum(categories).default('ALL'),
    dateRange: dateRangeInput,
  }),
  output: z.object({ items: z.array(ranked) }),
  async run(client, { countryCode, category, dateRange }) {
    const { list } = await client.get('/discovery/trending_list/', {
      query: {
        advertiser_id: advertiserId(client),
        discovery_type: 'HASHTAG',
        country_code: countryCode,
        category_name: category,
        date_range: dateRange,
      },
      reply: answer(z.object({ list: z.array(ranked).nullish() })),
    });
    return { items: list ?? [] };
  },
});
