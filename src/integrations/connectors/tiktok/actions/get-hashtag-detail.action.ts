import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { advertiserId } from '../advertiser.js';
import { answer } from '../api.js';
import { countryInput, dateRangeInput, trendSchema } from '../hashtag.js';

const detailSchema = trendSchema.extend({
  hashtag_status: z.string().nullish().describe('ONLINE: ads can use it'),
  audience_insights: z
    .object({
      audience_ages: z.array(z.object({ age: z.string().nullish(), percentage: z.number().nullish() })).nullish(),
    })
    .nullish()
    .describe('Empty below an audience of 1,000'),
});

export const getHashtagDetail = defineAction({
  key: 'get_hashtag_detail',
  effect: 'READ',
  description: {
    en: 'Reads how one trending hashtag went day by day, where, and with which ages. Only hashtags that get_trending_hashtags lists for the same country and time are told; the same permission is needed.',
    fr: 'Lit l’évolution jour par jour d’un hashtag en tendance, ses pays et les âges de son public. Seuls ceux que get_trending_hashtags liste pour le même pays et la même durée sont donnés ; même autorisation nécessaire.',
  },
  input: z.object({
    hashtagId: z
      .string()
      .regex(/^\d{1,25}$/)
      .describe('hashtag_id of get_trending_hashtags'),
    countryCode: countryInput,
    dateRange: dateRangeInput,
  }),
  output: detailSchema,
  run: (client, { hashtagId, countryCode, dateRange }) =>
    client.get('/discovery/detail/', {
      query: {
        advertiser_id: advertiserId(client),
        discovery_type: 'HASHTAG',
        hashtag_id: hashtagId,
        country_code: countryCode,
        date_range: dateRange,
      },
      reply: answer(detailSchema),
    }),
});
