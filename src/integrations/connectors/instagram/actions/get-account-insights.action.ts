import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { insightsOutput, insightsReply } from '../insight.js';

const metrics = [
  'views',
  'reach',
  'accounts_engaged',
  'likes',
  'comments',
  'saves',
  'shares',
  'replies',
  'total_interactions',
  'follows_and_unfollows',
  'profile_links_taps',
  'follower_count',
  'follower_demographics',
  'engaged_audience_demographics',
  'online_followers',
] as const;
const breakdowns = [
  'age',
  'city',
  'contact_button_type',
  'country',
  'follow_type',
  'gender',
  'media_product_type',
] as const;
const thirtyDaysMs = 30 * 86_400_000;

export const getAccountInsights = defineAction({
  key: 'get_account_insights',
  effect: 'READ',
  description: {
    en: 'Reads the account’s numbers: views, reach, interactions, followers and audience. Most take period day with metricType total_value; demographics take period lifetime, timeframe and a breakdown; online_followers takes lifetime. One metric that does not fit the rest fails the whole request. Numbers lag up to 48 hours; demographics need 100 followers.',
    fr: 'Lit les chiffres du compte : vues, portée, interactions, abonnés et audience. La plupart veulent period day et metricType total_value ; les données démographiques veulent period lifetime, timeframe et une ventilation ; online_followers veut lifetime. Une seule métrique incompatible fait échouer toute la requête. Retard jusqu’à 48 heures ; la démographie demande 100 abonnés.',
  },
  input: z
    .object({
      metrics: z.array(z.enum(metrics)).min(1),
      period: z.enum(['day', 'week', 'days_28', 'lifetime']).default('day'),
      metricType: z.enum(['total_value', 'time_series']).optional(),
      breakdowns: z.array(z.enum(breakdowns)).min(1).optional(),
      timeframe: z
        .enum(['last_14_days', 'last_30_days', 'last_90_days', 'prev_month', 'this_month', 'this_week'])
        .optional()
        .describe('For demographics, instead of since and until'),
      since: z.iso.date().optional().describe('First day, UTC; at most 30 days before until'),
      until: z.iso.date().optional().describe('Day after the last, UTC'),
    })
    .refine(({ since, until }) => !since || !until || isWithin(since, until), {
      error: 'until comes after since, at most 30 days later. | until vient après since, de 30 jours au plus.',
      path: ['until'],
    }),
  output: insightsOutput,
  run: (client, { since, until, ...input }) =>
    client.get('/insights', {
      base: 'account',
      query: {
        metric: input.metrics.join(','),
        period: input.period,
        metric_type: input.metricType,
        breakdown: input.breakdowns?.join(','),
        timeframe: input.timeframe,
        since: since && Date.parse(since) / 1000,
        until: until && Date.parse(until) / 1000,
      },
      reply: insightsReply,
    }),
});

function isWithin(since: string, until: string): boolean {
  const span = Date.parse(until) - Date.parse(since);
  return span > 0 && span <= thirtyDaysMs;
}
