import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { advertiserId } from '../advertiser.js';
import { answer, jsonText } from '../api.js';

const levels = {
  account: { dataLevel: 'AUCTION_ADVERTISER', dimension: 'advertiser_id' },
  campaign: { dataLevel: 'AUCTION_CAMPAIGN', dimension: 'campaign_id' },
  adgroup: { dataLevel: 'AUCTION_ADGROUP', dimension: 'adgroup_id' },
  ad: { dataLevel: 'AUCTION_AD', dimension: 'ad_id' },
} as const;
const metrics = [
  'spend',
  'impressions',
  'reach',
  'frequency',
  'clicks',
  'ctr',
  'cpc',
  'cpm',
  'conversion',
  'cost_per_conversion',
  'conversion_rate',
  'video_play_actions',
  'video_watched_2s',
  'video_watched_6s',
  'video_views_p100',
  'average_video_play',
  'likes',
  'comments',
  'shares',
  'follows',
  'profile_visits',
  'currency',
  'campaign_name',
  'adgroup_name',
  'ad_name',
] as const;
const audiences = ['age', 'gender', 'country_code', 'platform', 'language'] as const;

const value = z.union([z.string(), z.number()]).nullable();
const rowSchema = z.object({
  dimensions: z.record(z.string(), value),
  metrics: z.record(z.string(), value).describe('Numbers come as texts'),
});
const reportReply = answer(
  z.object({
    list: z.array(rowSchema).nullish(),
    page_info: z.object({ page: z.int(), total_page: z.int() }).nullish(),
  }),
);

export const getAdsReport = defineAction({
  key: 'get_ads_report',
  effect: 'READ',
  description: {
    en: 'Reads the numbers of the ads account, its campaigns, ad groups or ads: spend, impressions, clicks, conversions, video views. By day at most 30 days, otherwise 365. Split by audience, reach, frequency and engagement are not told. Recent numbers are estimates for some hours.',
    fr: 'Lit les chiffres du compte publicitaire, de ses campagnes, groupes ou publicités : dépenses, impressions, clics, conversions, vues. Par jour, 30 jours au plus, sinon 365. Ventilés par audience, la portée, la fréquence et l’engagement ne sont pas donnés. Les chiffres récents sont estimés pendant quelques heures.',
  },
  input: z.object({
    level: z.enum(['account', 'campaign', 'adgroup', 'ad']).default('campaign'),
    byDay: z.boolean().default(false),
    audience: z.enum(audiences).optional().describe('Splits the rows by it'),
    metrics: z.array(z.enum(metrics)).min(1).default(['spend', 'impressions', 'clicks', 'ctr', 'cpc', 'conversion']),
    startDate: z.iso.date().describe('In the ads account’s time zone'),
    endDate: z.iso.date(),
    limit: z.int().min(1).max(1000).default(100).describe('Rows a page'),
    cursor: z.string().regex(/^\d+$/).optional().describe('nextCursor of the page before'),
  }),
  output: z.object({ items: z.array(rowSchema), nextCursor: z.string().nullable() }),
  async run(client, input) {
    const { dataLevel, dimension } = levels[input.level];
    const dimensions = [
      dimension,
      ...(input.byDay ? ['stat_time_day'] : []),
      ...(input.audience ? [input.audience] : []),
    ];
    const { list, page_info: place } = await client.get('/report/integrated/get/', {
      query: {
        advertiser_id: advertiserId(client),
        service_type: 'AUCTION',
        report_type: input.audience ? 'AUDIENCE' : 'BASIC',
        data_level: dataLevel,
        dimensions: jsonText(dimensions),
        metrics: jsonText(input.metrics),
        start_date: input.startDate,
        end_date: input.endDate,
        page: input.cursor ?? '1',
        page_size: input.limit,
      },
      reply: reportReply,
    });
    const isLast = !place || place.page >= place.total_page;
    return { items: list ?? [], nextCursor: isLast ? null : String(place.page + 1) };
  },
});
