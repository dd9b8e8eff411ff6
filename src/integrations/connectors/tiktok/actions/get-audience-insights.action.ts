import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { answer, jsonText } from '../api.js';

const share = z.number().nullish().describe('0 to 1');
const activity = z.array(z.object({ hour: z.union([z.string(), z.int()]).nullish(), count: z.int().nullish() }));
const audience = z.object({
  followers_count: z.int().nullish(),
  audience_countries: z.array(z.object({ country: z.string().nullish(), percentage: share })).nullish(),
  audience_cities: z.array(z.object({ city_name: z.string().nullish(), percentage: share })).nullish(),
  audience_ages: z.array(z.object({ age: z.string().nullish(), percentage: share })).nullish(),
  audience_genders: z.array(z.object({ gender: z.string().nullish(), percentage: share })).nullish(),
});
const days = z.array(z.object({ date: z.string(), audience_activity: activity.nullish() })).nullish();
const fields = [...Object.keys(audience.shape), 'audience_activity'];

export const getAudienceInsights = defineAction({
  key: 'get_audience_insights',
  effect: 'READ',
  description: {
    en: 'Reads who follows the TikTok account: countries, cities, ages, genders in parts of the whole, and at which hours followers are there, by day. Told from 100 followers on, one or two days late, and for Business Accounts only.',
    fr: 'Lit qui suit le compte TikTok : pays, villes, âges, genres en parts du total, et à quelles heures les abonnés sont là, par jour. Donné à partir de 100 abonnés, avec un ou deux jours de retard, et pour les comptes professionnels seulement.',
  },
  input: z.object({}),
  output: audience.extend({
    activity: z.array(z.object({ date: z.string(), hours: activity })).describe('The last 7 days, hours in UTC'),
  }),
  async run(client) {
    const { metrics, ...kept } = await client.get('/business/get/', {
      query: { fields: jsonText(fields) },
      reply: answer(audience.extend({ metrics: days })),
    });
    const told = (metrics ?? []).map(({ date, audience_activity: hours }) => ({ date, hours: hours ?? [] }));
    return { ...kept, activity: told };
  },
});
