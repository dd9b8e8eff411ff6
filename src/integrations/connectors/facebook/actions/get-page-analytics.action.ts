import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { insightsOutput, readInsights } from '../insight.js';
import { asPage } from '../page-client.js';

// Those that are left: https://developers.facebook.com/docs/graph-api/reference/insights/#availmetrics
const metrics = [
  'page_media_view',
  'page_total_media_view_unique',
  'page_follows',
  'page_daily_follows',
  'page_daily_follows_unique',
  'page_daily_unfollows_unique',
  'page_post_engagements',
  'page_views_total',
  'page_video_views',
] as const;
const longestMs = 93 * 86_400_000;

export const getPageAnalytics = defineAction({
  key: 'get_page_analytics',
  effect: 'READ',
  description: {
    en: 'Reads the Page’s numbers by day, week or 28 days: views, viewers, follows, engagement. Meta switched off the impressions of Pages in 2025 and 2026; views stand in their place. Metrics that Facebook does not tell come back under unavailable. Pages need 100 likes for some numbers.',
    fr: 'Lit les chiffres de la Page par jour, semaine ou 28 jours : vues, spectateurs, abonnements, engagement. Meta a supprimé les impressions des Pages en 2025 et 2026 ; les vues les remplacent. Les métriques que Facebook ne donne pas reviennent dans unavailable. Certains chiffres demandent 100 mentions J’aime.',
  },
  input: z
    .object({
      metrics: z.array(z.enum(metrics)).min(1),
      period: z.enum(['day', 'week', 'days_28']).default('day'),
      since: z.iso.date().optional().describe('First day; at most 93 days before until'),
      until: z.iso.date().optional().describe('Day after the last'),
    })
    .refine(({ since, until }) => !since || !until || isWithin(since, until), {
      error: 'until comes after since, at most 93 days later. | until vient après since, de 93 jours au plus.',
      path: ['until'],
    }),
  output: insightsOutput,
  async run(client, { metrics: wanted, ...query }) {
    return readInsights(await asPage(client), '/insights', { metrics: wanted, base: 'page', query });
  },
});

function isWithin(since: string, until: string): boolean {
  const span = Date.parse(until) - Date.parse(since);
  return span > 0 && span <= longestMs;
}
